package org.imaginghaven.nlp.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

import org.imaginghaven.nlp.detect.ModelTokens;

/** Makes what stands in a slot: names of many peoples, dates, numbers, places, eponyms, brands. */
final class SlotFiller {

    private static final List<String> PATIENT_TITLES = List.of("Mr", "Mrs", "Ms", "Miss", "Master", "Mr .", "Mrs .");
    private static final List<String> STAFF_TITLES = List.of("Dr", "Dr", "Dr", "Dr .", "Prof", "Professor", "Mr",
            "Miss", "Doctor");
    private static final List<String> ROLES = List.of("Consultant Radiologist", "SpR", "Specialist Registrar", "ST4",
            "MD",
            "FRCR", "Radiographer", "Advanced Practitioner", "Staff Nurse", "GP", "Consultant", "Registrar", "FY1",
            "MBChB",
            "DO", "Consultant Surgeon", "House Officer", "RN");
    private static final List<String> RELATIONS = List.of("mother", "father", "wife", "husband", "daughter", "son",
            "brother",
            "sister", "partner", "carer", "niece", "neighbour", "guardian", "grandmother", "aunt");
    private static final List<String> SEXES = List.of("man", "woman", "lady", "gentleman", "male", "female", "girl",
            "boy");
    private static final List<String> DEPARTMENTS = List.of("chest", "fracture", "stroke", "breast", "renal", "liver",
            "back pain");
    private static final List<String> FINDINGS = List.of("chest pain", "a cough", "knee pain", "weight loss",
            "headache",
            "haematuria", "low back pain", "a breast lump", "breathlessness", "abdominal pain", "a fall", "jaundice");
    private static final List<String> BONES = List.of("radius", "femur", "tibia", "shoulder", "knee", "hip", "elbow",
            "spine");
    private static final List<String> SITES = List.of("Hospital", "General Hospital", "Royal Infirmary", "Infirmary",
            "Health Centre", "Medical Centre", "Community Hospital", "Medical Practice", "Surgery", "Hospice");
    private static final List<String> STREETS = List.of("Road", "Street", "Avenue", "Drive", "Lane", "Crescent",
            "Gardens");
    private static final List<String> TOWN_ENDS = List.of("ton", "ham", "ford", "burgh", "bury", "field", "wick",
            "mouth", "dale",
            "loch", "port", "stead", "by", "thorpe", "well", "bridge");
    private static final List<String> ORGANISATION_ENDS = List.of("Ltd", "Engineering", "Insurance", "Shipping",
            "Foods",
            "Council", "University", "Academy", "Bank", "and Sons", "plc");
    private static final List<String> MONTHS = List.of("January", "March", "May", "June", "August", "Oct", "Nov", "Dec",
            "Feb");

    private final Random random;
    private final NameMaker names;
    private final Map<String, Deck> decks;

    /**
     * @param tokens of the slot
     * @param type of the name in it, empty when there is none
     * @param lead tokens before the name
     * @param tail tokens after the name
     */
    record Filling(List<String> tokens, String type, int lead, int tail) {
        static Filling plain(String text) {
            return new Filling(ModelTokens.of(text), "", 0, 0);
        }

        static Filling of(String type, String lead, String name) {
            List<String> tokens = new ArrayList<>(ModelTokens.of(lead));
            int size = tokens.size();
            tokens.addAll(ModelTokens.of(name));
            return new Filling(tokens, type, size, 0);
        }
    }

    /** @param decks what each slot that is no name is filled with */
    SlotFiller(NameMaker names, Map<String, Deck> decks, Random random) {
        this.random = random;
        this.names = names;
        this.decks = decks;
    }

    String pick(List<String> list) {
        return list.get(random.nextInt(list.size()));
    }

    Filling fill(String slot) {
        return switch (slot) {
            case "first" -> person("", names.given());
            case "surname" -> person("", names.surname());
            case "initial" -> person("", names.initial());
            case "full" -> person("", full());
            case "who" -> who();
            case "known" -> random.nextInt(3) == 0 ? person("", names.surname()) : person("", names.given());
            case "comma" -> person("", comma());
            case "CAPS" -> person("", names.surname().toUpperCase(Locale.ROOT));
            case "CAPFIRST" -> person("", names.given().toUpperCase(Locale.ROOT));
            case "initials" ->
                person("", random.nextInt(3) == 0 ? names.initial() + " " + names.initial() : names.initial());
            case "initials2" -> Filling.plain(names.initial() + names.initial());
            case "titled" -> person(pick(PATIENT_TITLES), random.nextInt(3) == 0 ? full() : names.surname());
            case "titledstaff" -> person(pick(STAFF_TITLES), random.nextInt(3) == 0 ? full() : names.surname());
            case "staff" -> staff();
            case "site" ->
                Filling.of("organisation", "", (random.nextInt(4) == 0 ? "St " + names.given() : names.town(TOWN_ENDS))
                        + " " + pick(SITES));
            case "org" -> Filling.of("organisation", "", names.surname() + " " + pick(ORGANISATION_ENDS));
            case "town" -> Filling.of("place", "", names.town(TOWN_ENDS));
            case "street" ->
                Filling.of("place", "", 1 + random.nextInt(200) + " " + names.surname() + " " + pick(STREETS));
            default -> plain(slot);
        };
    }

    /** However somebody is called in a text. */
    private Filling who() {
        return switch (random.nextInt(32)) {
            case 0, 1, 2, 3 -> person(pick(PATIENT_TITLES), names.surname());
            case 4, 5 -> person(pick(STAFF_TITLES), names.surname());
            case 6, 7, 8, 9, 10, 11, 12, 13 -> person("", full());
            case 14 -> person("", names.initial() + (random.nextBoolean() ? " . " : " ") + names.surname());
            case 15 -> person("", names.given() + " " + names.initial());
            case 16 -> person("", names.surname().toUpperCase(Locale.ROOT));
            case 17, 18, 19, 20, 21, 22, 23 -> person("", names.given());
            default -> person("", names.surname());
        };
    }

    private Filling plain(String slot) {
        String lower = Character.toLowerCase(slot.charAt(0)) + slot.substring(1);
        if (decks.containsKey(slot)) {
            return Filling.plain(decks.get(slot).draw());
        }
        if (decks.containsKey(lower)) {
            return Filling.plain(capitalised(decks.get(lower).draw()));
        }
        return Filling.plain(switch (slot) {
            case "role" -> pick(ROLES);
            case "relation" -> pick(RELATIONS);
            case "sex" -> pick(SEXES);
            case "dept" -> pick(DEPARTMENTS);
            case "finding" -> pick(FINDINGS);
            case "bone" -> pick(BONES);
            case "age" -> Integer.toString(1 + random.nextInt(89));
            case "digit" -> Integer.toString(1 + random.nextInt(9));
            case "roman" -> pick(List.of("I", "II", "III", "IV", "V"));
            case "num" -> Integer.toString(100_000 + random.nextInt(9_000_000));
            case "time" -> (8 + random.nextInt(12)) + ":" + (10 + random.nextInt(50));
            case "date" -> date();
            case "made" -> names.surname();
            case "medical" -> names.medical();
            case "Medical" -> capitalised(names.medical());
            case "acronym", "Acronym" -> acronym();
            case "Thing" -> random.nextInt(3) == 0 ? names.brand() : capitalised(decks.get("substance").draw());
            case "brand" -> names.brand();
            default -> throw new IllegalArgumentException("no such slot: " + slot);
        });
    }

    static String capitalised(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    private String acronym() {
        StringBuilder letters = new StringBuilder();
        for (int i = 2 + random.nextInt(4); i > 0; i--) {
            letters.append(names.initial());
        }
        return letters.toString();
    }

    private Filling staff() {
        return switch (random.nextInt(4)) {
            case 0 -> person("", full());
            case 1 -> person("", names.initial() + " " + names.surname());
            default -> person(pick(STAFF_TITLES), random.nextInt(3) == 0 ? full() : names.surname());
        };
    }

    private static Filling person(String lead, String name) {
        return Filling.of("person", lead, name);
    }

    private String full() {
        String middle = random.nextInt(6) == 0 ? names.initial() + (random.nextBoolean() ? " . " : " ") : "";
        String name = names.given() + " " + middle + names.surname();
        return random.nextInt(12) == 0 ? name.toUpperCase(Locale.ROOT) : name;
    }

    private String comma() {
        String surname = names.surname();
        String name = (random.nextBoolean() ? surname.toUpperCase(Locale.ROOT) : surname) + " , " + names.given();
        return random.nextInt(3) == 0 ? name.toUpperCase(Locale.ROOT) : name;
    }

    private String date() {
        int day = 1 + random.nextInt(28);
        int year = 1990 + random.nextInt(36);
        return switch (random.nextInt(4)) {
            case 0 -> day + "/" + (1 + random.nextInt(12)) + "/" + year;
            case 1 -> day + " " + pick(MONTHS) + " " + year;
            case 2 -> year + "-" + (10 + random.nextInt(3)) + "-" + (10 + random.nextInt(18));
            default -> day + "." + (1 + random.nextInt(12)) + "." + year % 100;
        };
    }
}
