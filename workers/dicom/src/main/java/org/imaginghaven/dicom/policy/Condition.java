package org.imaginghaven.dicom.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.imaginghaven.dicom.Dataset;
import org.imaginghaven.dicom.Dictionary;
import org.imaginghaven.dicom.Tag;
import org.jspecify.annotations.Nullable;

/**
 * A condition on elements of the main data set: {@code Modality = CT and ImageType ~ "DERIVED" and not BurnedInAnnotation
 * = YES}. {@code =} compares any value without case, {@code ~} finds a regular expression in all values joined by
 * backslashes, {@code <} and {@code >} compare numbers, {@code exists} and {@code absent} ask for the element.
 */
public final class Condition {

    private enum Test {
        EQUALS, MATCHES, LESS, GREATER, EXISTS, ABSENT
    }

    private record Clause(int tag, Test test, boolean negated, String text, @Nullable Pattern pattern) {
    }

    private static final Pattern CLAUSE = Pattern
            .compile("(not )?(\\S+)\\s+(?:(exists|absent)|([=~<>])\\s+(?:\"([^\"]*)\"|(\\S+)))");

    private final List<Clause> clauses;

    private Condition(List<Clause> clauses) {
        this.clauses = clauses;
    }

    /** @throws PolicyException naming the clause */
    public static Condition parse(String text, String source, int line) {
        List<Clause> clauses = new ArrayList<>();
        for (String part : text.strip().split("\\s+and\\s+")) {
            var match = CLAUSE.matcher(part.strip());
            if (!match.matches()) {
                throw new PolicyException(source, line,
                        "\"" + part + "\" is no condition; write KEYWORD = VALUE, ~ REGEX, < NUMBER, exists or absent");
            }
            int tag = tag(match.group(2), source, line);
            String value = match.group(5) != null ? match.group(5) : match.group(6) == null ? "" : match.group(6);
            Test test = match.group(3) != null
                    ? match.group(3).equals("exists") ? Test.EXISTS : Test.ABSENT
                    : switch (match.group(4)) {
                        case "=" -> Test.EQUALS;
                        case "~" -> Test.MATCHES;
                        case "<" -> Test.LESS;
                        default -> Test.GREATER;
                    };
            clauses.add(new Clause(tag, test, match.group(1) != null, value, pattern(test, value, source, line)));
        }
        return new Condition(clauses);
    }

    private static @Nullable Pattern pattern(Test test, String value, String source, int line) {
        try {
            return test == Test.MATCHES ? Pattern.compile(value, Pattern.CASE_INSENSITIVE) : null;
        } catch (PatternSyntaxException e) {
            throw new PolicyException(source, line, "\"" + value + "\" is no regular expression");
        }
    }

    static int tag(String name, String source, int line) {
        Integer known = Dictionary.tag(name);
        if (known != null) {
            return known;
        }
        if (name.matches("\\([0-9A-Fa-f]{4},[0-9A-Fa-f]{4}\\)")) {
            return Integer.parseUnsignedInt(name.substring(1, 5) + name.substring(6, 10), 16);
        }
        throw new PolicyException(source, line, "no element is called \"" + name + "\"");
    }

    public boolean holds(Dataset dataset) {
        for (Clause clause : clauses) {
            if (holds(clause, dataset) == clause.negated) {
                return false;
            }
        }
        return true;
    }

    private static boolean holds(Clause clause, Dataset dataset) {
        List<String> values = dataset.strings(clause.tag);
        return switch (clause.test) {
            case EXISTS -> dataset.has(clause.tag);
            case ABSENT -> !dataset.has(clause.tag);
            case EQUALS -> values.stream().anyMatch(clause.text::equalsIgnoreCase)
                    || clause.text.isEmpty() && values.isEmpty();
            case MATCHES -> clause.pattern != null && clause.pattern.matcher(String.join("\\", values)).find();
            case LESS -> !values.isEmpty() && number(values.get(0)) < number(clause.text);
            case GREATER -> !values.isEmpty() && number(values.get(0)) > number(clause.text);
        };
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** Tags that the condition looks at. */
    public List<Integer> tags() {
        return clauses.stream().map(Clause::tag).toList();
    }

    /** As {@code (0008,0060)} and so on, for explanations. */
    @Override
    public String toString() {
        return String.join(" and ", clauses.stream().map(clause -> Tag.text(clause.tag)).toList());
    }
}
