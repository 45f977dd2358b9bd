package dev.kefu;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Entity;
import java.time.Clock;
import java.util.Date;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** The directions inside a module: web → domain ← process, and the engine behind its wall. */
@AnalyzeClasses(packages = "dev.kefu", importOptions = DoNotIncludeTests.class)
class EngineBoundaryTests {

    @ArchTest
    static final ArchRule onlyTheWorkflowModuleKnowsTheEngine = noClasses()
            .that().resideOutsideOfPackages("dev.kefu.workflow..", "dev.kefu.*.process..")
            .should().dependOnClassesThat().resideInAPackage("org.camunda..");

    @ArchTest
    static final ArchRule processClassesSeeOfTheEngineOnlyItsDelegates = noClasses()
            .that().resideInAPackage("dev.kefu.*.process..")
            .should().dependOnClassesThat(resideInAPackage("org.camunda..")
                    .and(not(
                            resideInAnyPackage("org.camunda.bpm.engine.delegate.."))));

    @ArchTest
    static final ArchRule domainsKnowNeitherHttpNorProcess = noClasses()
            .that().resideInAPackage("dev.kefu.*.domain..")
            .should().dependOnClassesThat().resideInAnyPackage("..process..", "..web..", "org.springframework.web..",
                    "jakarta.servlet..", "jakarta.ws.rs..");

    @ArchTest
    static final ArchRule processDoesNotKnowWeb = noClasses()
            .that().resideInAPackage("dev.kefu.*.process..")
            .should().dependOnClassesThat().resideInAnyPackage("dev.kefu.*.web..");

    @ArchTest
    static final ArchRule webDoesNotKnowProcess = noClasses()
            .that().resideInAPackage("dev.kefu.*.web..")
            .should().dependOnClassesThat().resideInAnyPackage("dev.kefu.*.process..");

    @ArchTest
    static final ArchRule serviceTasksArePackagePrivate = classes()
            .that().implement(JavaDelegate.class)
            .should().bePackagePrivate().andShould().resideInAPackage("dev.kefu.*.process..");

    @ArchTest
    static final ArchRule onlyServiceTasksSayBpmnError = noClasses()
            .that().doNotImplement(JavaDelegate.class)
            .should().dependOnClassesThat().areAssignableTo(BpmnError.class);

    @ArchTest
    static final ArchRule entitiesArePackagePrivate = classes()
            .that().areAnnotatedWith(Entity.class).should().bePackagePrivate();

    @ArchTest
    static final ArchRule doorsDontKnowHttp = noClasses()
            .that().resideInAPackage("dev.kefu.*")
            // What the engine's own REST API is answered with has to be an exception of that API
            .and().doNotHaveFullyQualifiedName("dev.kefu.workflow.RefusedByRule")
            .should().dependOnClassesThat().resideInAnyPackage("..web..", "org.springframework.web..", "jakarta.servlet..",
                    "jakarta.ws.rs..");

    @ArchTest
    static final ArchRule nobodyReadsTheTimeButTheClock = noClasses()
            .should().callMethodWhere(describe("reads the time without the clock", call ->
                    call.getTarget().getName().equals("now")
                            && call.getTargetOwner().getPackageName().equals("java.time")
                            && call.getTarget().getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class))))
            .orShould().callMethodWhere(describe("makes a clock of its own", call ->
                    call.getTargetOwner().isEquivalentTo(Clock.class) && call.getTarget().getName().startsWith("system")))
            .orShould().callConstructor(Date.class)
            .orShould().callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule moneyIsNeverADouble = noFields()
            .should().haveRawType(double.class).orShould().haveRawType(Double.class)
            .orShould().haveRawType(float.class).orShould().haveRawType(Float.class);

    @ArchTest
    static final ArchRule noMethodAnswersADouble = noMethods()
            .that().areDeclaredInClassesThat().resideInAPackage("dev.kefu..")
            .should().haveRawReturnType(double.class).orShould().haveRawReturnType(Double.class);
}
