package org.imaginghaven.gate.promote;

import java.util.function.Consumer;
import org.imaginghaven.nlp.rule.RulePreview;

/** Every text of the tag store. */
@FunctionalInterface
interface StoreTexts {

    /** Gives each value of a text element once, in nested sequences too, with the DICOM keyword as its column. */
    void forEach(Consumer<RulePreview.Value> sink);
}
