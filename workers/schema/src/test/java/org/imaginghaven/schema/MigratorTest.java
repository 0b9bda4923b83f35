package org.imaginghaven.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MigratorTest {

    @Test
    void preparesAndMigratesAndMayBeRepeated() throws Exception {
        Migrator.prepare(TestDatabase.administrator(), "haven_prepared", TestDatabase.PASSWORDS);
        String url = TestDatabase.urlOf("haven_prepared");

        assertThat(Migrator.migrate(url, TestDatabase.PASSWORDS)).isGreaterThanOrEqualTo(9);

        Migrator.prepare(TestDatabase.administrator(), "haven_prepared", TestDatabase.PASSWORDS);
        assertThat(Migrator.migrate(url, TestDatabase.PASSWORDS)).isZero();
    }

    @Test
    void aRoleWithoutPasswordIsRefusedByName() {
        assertThatThrownBy(() -> new RolePasswords(Map.of(ZoneRole.OWNER, "x")))
                .hasMessage("haven.database.passwords.identifiable is missing");
    }

    @Test
    void aDatabaseNameIsNeverSpliced() {
        assertThatThrownBy(() -> Migrator.prepare(TestDatabase.administrator(), "haven; drop", TestDatabase.PASSWORDS))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
