package org.imaginghaven.demo.archive;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.imaginghaven.demo.archive.Truth.Kind;
import org.imaginghaven.dicom.Vr;

/** Makers of scanners, each with private elements of the kinds theirs have: some harmless, some with names. */
enum Vendor {
    SIEMENS("SIEMENS", "Somatom Definition", "syngo CT 2014A") {
        @Override
        void addPrivate(Sheet sheet, Visit visit) {
            String creator = "SIEMENS CSA HEADER";
            sheet.setPrivate(0x0019, "SIEMENS MR HEADER", 0x0C, Vr.IS, "1000")
                    .setPrivate(0x0019, "SIEMENS MR HEADER", 0x0B, Vr.DS, "0.55")
                    .setPrivate(0x0029, creator, 0x08, Vr.CS,
                            "IMAGE NUM 4")
                    .setPrivate(0x0029, creator, 0x09, Vr.LO, "20140101");
            // a block of the maker's own structure in which the patient's name stands in plain bytes
            byte[] block = new byte[512];
            byte[] name = Sheet.ascii("tPatientName = " + plain(visit.person().dicomName()));
            System.arraycopy(name, 0, block, 64, name.length);
            sheet.bytes(0x00291010, Vr.OB, block).noteName(Kind.NAME, plain(visit.person().dicomName()),
                    "(0029,\"SIEMENS CSA HEADER\",10)");
        }
    },
    GE("GE MEDICAL SYSTEMS", "Optima CT660", "05MW35.9") {
        @Override
        void addPrivate(Sheet sheet, Visit visit) {
            sheet.setPrivate(0x0009, "GEMS_IDEN_01", 0x01, Vr.LO, "GE_GENESIS_FF")
                    .setPrivate(0x0009, "GEMS_IDEN_01", 0x27, Vr.SL, 1_400_000_000)
                    .textPrivate(0x0009, "GEMS_IDEN_01", 0x31, Vr.LO, "PS " + visit.patientId(),
                            Sheet.id(Kind.PATIENT_ID, visit.patientId()))
                    .setPrivate(0x0043, "GEMS_PARM_01", 0x10, Vr.US, 1024)
                    .textPrivate(0x0011, "GEMS_PATI_01", 0x10, Vr.LO, "seen by " + family(visit.operator()),
                            Sheet.id(Kind.STAFF_NAME, family(visit.operator())));
        }
    },
    PHILIPS("Philips Medical Systems", "Ingenia", "5.3.1") {
        @Override
        void addPrivate(Sheet sheet, Visit visit) {
            sheet.setPrivate(0x2001, "Philips Imaging DD 001", 0x03, Vr.FL, 1000.0)
                    .setPrivate(0x2005, "Philips MR Imaging DD 001", 0x0E, Vr.FL, 2.5)
                    .setPrivate(0x2001, "Philips Imaging DD 001", 0x5F, Vr.UN, "");
            sheet.item(0x2001105F, "(2001,\"Philips Imaging DD 001\",5F)",
                    stack -> stack.name("PatientName", Kind.NAME, plain(visit.person().dicomName()))
                            .plant("PatientID", Kind.PATIENT_ID, visit.patientId()).set("SeriesNumber", "1"));
        }
    },
    CALEDON("CALEDON MEDICAL", "Kelpie 3", "2.1.0") {
        @Override
        void addPrivate(Sheet sheet, Visit visit) {
            sheet.setPrivate(0x0011, "CALEDON IMAGING 01", 0x01, Vr.DS, "42.5")
                    .textPrivate(0x0011, "CALEDON IMAGING 01", 0x02, Vr.LO, "OP " + family(visit.operator()),
                            Sheet.id(Kind.STAFF_NAME, family(visit.operator())))
                    .textPrivate(0x0011, "CALEDON IMAGING 01", 0x03, Vr.UN, "REG " + visit.person().phone(),
                            Sheet.id(Kind.PHONE, visit.person().phone()));
        }
    };

    private final String manufacturer;
    private final String model;
    private final String software;

    Vendor(String manufacturer, String model, String software) {
        this.manufacturer = manufacturer;
        this.model = model;
        this.software = software;
    }

    abstract void addPrivate(Sheet sheet, Visit visit);

    void addDevice(Sheet sheet, Visit visit, String model) {
        sheet.set("Manufacturer", manufacturer).set("ManufacturerModelName", model).set("SoftwareVersions", software)
                .plant("DeviceSerialNumber", Kind.DEVICE,
                        "SN" + Math.abs((manufacturer + visit.hospital()).hashCode() % 900_000 + 100_000))
                .plant("StationName", Kind.DEVICE, visit.hospital().name().charAt(0) + "ROOM" + (4100 + ordinal()));
    }

    String model() {
        return model;
    }

    /** The name where only ASCII can be. */
    private static String plain(String name) {
        return new String(name.getBytes(StandardCharsets.US_ASCII), StandardCharsets.US_ASCII).replace('?', 'X');
    }

    private static String family(String dicomName) {
        return Arrays.asList(dicomName.split("\\^")).getFirst();
    }
}
