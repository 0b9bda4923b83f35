package org.imaginghaven.dicom.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProjectIdentityTest {

    @ParameterizedTest
    @CsvSource({"20200301,20200229", "20200301-20200302,20200229-20200301", "-20200301,-20200229",
            "20200301-,20200229-", "2020.03.01,20200229", "2020-03-01,20200229",
            "20200301235959.123456-0500,20200229235959.123456-0500", "20200301+0100,20200229+0100",
            "20200301101112-20200302101112,20200229101112-20200301101112",
            "20200301101112-0500-20200302101112-0500,20200229101112-0500-20200301101112-0500", "202003,''",
            "20201301,''", "unknown,''", "01/03/2020,''"})
    void datesMoveAndEverythingAroundThemStays(String value, String moved) {
        assertThat(ProjectIdentity.shifted(value, -1)).isEqualTo(moved);
    }

    @Test
    void uidsAreWholeNumbersOf128BitsAndTheSameForTheSameKeyOnly() {
        ProjectKey key = ProjectKey.random();
        ProjectIdentity one = new ProjectIdentity(key);
        ProjectIdentity same = new ProjectIdentity(key);
        ProjectIdentity other = new ProjectIdentity(ProjectKey.random());
        Set<String> all = new HashSet<>();
        for (int i = 0; i < 5000; i++) {
            String uid = one.uid("1.2." + i);
            assertThat(uid).startsWith("2.25.").hasSizeLessThanOrEqualTo(44).isEqualTo(same.uid("1.2." + i))
                    .isNotEqualTo(other.uid("1.2." + i));
            assertThat(new BigInteger(uid.substring(5)).bitLength()).isLessThanOrEqualTo(128);
            all.add(uid);
        }
        assertThat(all).hasSize(5000);
    }

    @Test
    void shiftsAreOfOnePatientAndOneProjectAndNeverNothing() {
        ProjectIdentity one = new ProjectIdentity(ProjectKey.random());
        ProjectIdentity other = new ProjectIdentity(ProjectKey.random());
        int equal = 0;
        for (int i = 0; i < 500; i++) {
            assertThat(one.days("P" + i)).isBetween(-3650, -1).isEqualTo(one.days("P" + i));
            equal += one.days("P" + i) == other.days("P" + i) ? 1 : 0;
            assertThat(one.pseudonym("P" + i)).isNotEqualTo(other.pseudonym("P" + i));
        }
        assertThat(equal).isLessThan(10);
    }
}
