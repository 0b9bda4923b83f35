package org.imaginghaven.nlp.clean;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.imaginghaven.nlp.report.Lexicon;

/** Words of radiology that no list of English words has: sequences, protocols, and all words of the lexicon. */
final class Vocabulary {

    private static final List<String> PROTOCOLS = List.of("flair", "stir", "haste", "trufi", "fiesta", "propeller",
            "blade", "dixon", "mprage",
            "mpr", "mprs", "mip", "minip", "lava", "vibe", "space", "cube", "vista", "swi", "swan", "epi", "tse", "fse",
            "gre", "spgr", "fspgr", "flash",
            "localizer", "localiser", "scout", "topogram", "survey", "axial", "sagittal", "coronal", "oblique",
            "transverse", "trace", "apparent",
            "diffusion", "coefficient", "perfusion", "angio", "angiography", "venogram", "venography", "urogram",
            "enterography", "cholangiography",
            "bolus", "biphasic", "triphasic", "postcontrast", "precontrast", "noncontrast", "unenhanced", "enhanced",
            "reformat", "reformats", "recon",
            "thorax", "abdo", "pelvis", "tspine", "cspine", "lspine", "spine", "postero", "anterior", "lateral",
            "decubitus", "supine", "prone", "erect",
            "mammo", "tomosynthesis", "tomo", "craniocaudal", "mediolateral", "series", "head", "neck", "protocol",
            "routine", "helical", "spiral",
            "kernel", "lung", "bone", "soft", "tissue", "dose", "report", "fluoro", "cine", "gated", "ungated", "ecg",
            "breathhold", "dynamic",
            "delayed", "arterial", "venous", "portal", "equilibrium", "nephrographic", "excretory", "ultrasound",
            "doppler", "duplex", "elastography",
            "xray", "radiograph", "radiography", "mammogram", "mammography", "tomography", "resonance", "fusion",
            "attenuation", "corrected", "uncorrected",
            "hyperplane", "multiplanar", "volumetric", "isotropic", "parallel", "grappa", "sense", "smartbrain",
            "screen", "capture", "secondary", "derived");

    private Vocabulary() {
    }

    static Set<String> words() {
        Set<String> words = new HashSet<>(PROTOCOLS);
        Lexicon.standard().concepts().forEach(concept -> concept.names().forEach(name -> {
            for (String word : name.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")) {
                words.add(word);
            }
        }));
        words.removeAll(Set.of("baker", "bakers", "colles", "crohn", "crohns", "foley", "hickman", "hodgkin", ""));
        return Set.copyOf(words);
    }
}
