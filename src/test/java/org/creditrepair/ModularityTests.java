package org.creditrepair;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RuntimeService;
import org.creditrepair.workflow.process.ProcessStarter;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.modulith.core.ApplicationModules;

/** The boundaries of the modules, and what Modulith does not see. */
class ModularityTests {

    private static final String[] DOMAIN = {
        "org.creditrepair.problem",
        "org.creditrepair.clock",
        "org.creditrepair.calendar",
        "org.creditrepair.catalog",
        "org.creditrepair.registry",
        "org.creditrepair.application"
    };

    private static final String WEB = "org.creditrepair.web";

    /** Rows of files and documents, facts of tables, lines of reports and lists. */
    private static final Set<String> WIDE =
            Set.of(
                    "CollectedRecord",
                    "RecordFacts",
                    "RepairItem",
                    "ItemRules",
                    "ListAdjustmentForm",
                    "ConnectorSettings",
                    "Line",
                    "WorkLine",
                    "MonthlyReport",
                    "DeskTask",
                    "Closed",
                    "Found");

    private static final Pattern GENERATED = Pattern.compile("(Impl|Builder)$");
    private static final Pattern STARTS_OR_TELLS =
            Pattern.compile(
                    "start.*|create(ProcessInstanceBy|MessageCorrelation|SignalEvent).*|signal.*"
                            + "|messageEvent.*");

    private static final JavaClasses SERVER =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("org.creditrepair");

    @Test
    void modulesUseEachOtherAsTheyAreAllowedTo() {
        ApplicationModules.of(CreditRepairServer.class).verify();
    }

    @Test
    void noTwoPackagesUseEachOther() {
        slices().matching("org.creditrepair.(**)").should().beFreeOfCycles().check(SERVER);
    }

    @Test
    void aRoomHoldsFifteenTypesAtMost() {
        Map<String, Long> crowded =
                SERVER.stream()
                        .filter(type -> type.isTopLevelClass() && !type.getSimpleName().isEmpty())
                        .filter(type -> !type.getSimpleName().equals("package-info"))
                        .filter(type -> !GENERATED.matcher(type.getSimpleName()).find())
                        .collect(groupingBy(JavaClass::getPackageName, TreeMap::new, counting()));
        crowded.values().removeIf(types -> types <= 15);
        assertThat(crowded).isEmpty();
    }

    /**
     * What has the shape of a document, of settings, of an answer or of a line in a list may be
     * wide; everything else is composed of parts and has few collaborators.
     */
    @Test
    void nothingTakesMoreThanNineThings() {
        Map<String, Integer> wide =
                SERVER.stream()
                        .filter(type -> !type.isRecord() || !type.getPackageName().startsWith(WEB))
                        .filter(type -> !type.isAnnotatedWith(ConfigurationProperties.class))
                        .filter(type -> !GENERATED.matcher(type.getSimpleName()).find())
                        .flatMap(type -> type.getConstructors().stream())
                        .filter(made -> !made.getOwner().isEnum())
                        .filter(made -> !WIDE.contains(made.getOwner().getSimpleName()))
                        .collect(
                                toMap(
                                        made -> made.getOwner().getName(),
                                        made -> made.getRawParameterTypes().size(),
                                        Math::max,
                                        TreeMap::new));
        wide.values().removeIf(most -> most <= 9);
        assertThat(wide).isEmpty();
    }

    @Test
    void everyRoomSaysWhatItHolds() {
        assertThat(SERVER.stream().map(JavaClass::getPackageName).distinct().toList())
                .allSatisfy(
                        name ->
                                assertThat(
                                                Path.of(
                                                        "src/main/java",
                                                        name.replace('.', '/'),
                                                        "package-info.java"))
                                        .exists());
    }

    @Test
    void onlyTwoModulesKnowTheEngine() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.creditrepair.workflow..", "org.creditrepair.access..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.camunda..")
                .check(SERVER);
    }

    @Test
    void processesAreStartedAndToldInOnePlace() {
        noClasses()
                .that()
                .areNotAssignableTo(ProcessStarter.class)
                .should()
                .callMethodWhere(
                        describe(
                                "starts or tells a process",
                                (JavaMethodCall call) ->
                                        call.getTargetOwner().isAssignableTo(RuntimeService.class)
                                                && STARTS_OR_TELLS
                                                        .matcher(call.getName())
                                                        .matches()))
                .check(SERVER);
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
                .check(SERVER);
    }

    @Test
    void storageIsReachedByItsOwnModuleOnly() {
        noClasses()
                .that()
                .resideInAPackage("org.creditrepair.web..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework.jdbc..")
                .check(SERVER);
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
                .check(SERVER);
    }
}
