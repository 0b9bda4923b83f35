package org.imaginghaven.gate.promote;

import java.nio.file.Path;
import java.util.List;

/** Files of one class of image to look at. */
interface ImageTypeSamples {

    /** Modality, maker, model, software, image type: for the reviewer's page, never for governance. */
    record Device(String modality, String manufacturer, String model, String software, String imageType) {
    }

    Device device(long imageType);

    /** As many different patients and series as there are; the same files whenever asked. */
    List<Path> files(long imageType, int most);
}
