package org.creditrepair;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.modulith.core.ApplicationModules;

/** The boundaries of the modules, and what Modulith does not see. */
class ModularityTests {

    private static final String[] DOMAIN = {
        "org.creditrepair.problem",
        "org.creditrepair.calendar",
        "org.creditrepair.catalog",
        "org.creditrepair.registry",
        "org.creditrepair.application"
    };

    private final JavaClasses server =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("org.creditrepair");

    @Test
    void modulesUseEachOtherAsTheyAreAllowedTo() {
        ApplicationModules.of(CreditRepairServer.class).verify();
    }

    @Test
    void onlyThreeModulesKnowTheEngine() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "org.creditrepair.workflow..",
                        "org.creditrepair.access..",
                        "org.creditrepair.supervision..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.camunda..")
                .check(server);
    }

    @Test
    void recordsAndEnumsOfTheDomainKnowNoFramework() {
        classes()
                .that()
                .resideInAnyPackage(DOMAIN)
                .and(describe("are records or enums", type -> type.isRecord() || type.isEnum()))
                .and()
                .areNotAnnotatedWith(ConfigurationProperties.class)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.creditrepair..")
                .check(server);
    }

    @Test
    void storageIsReachedByItsOwnModuleOnly() {
        noClasses()
                .that()
                .resideInAPackage("org.creditrepair.web..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework.jdbc..")
                .check(server);
    }

    @Test
    void noTypeIsNamedForWhatItIsNot() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .check(server);
    }
}
