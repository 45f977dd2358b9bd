package dev.kefu.cases.web;

import dev.kefu.cases.CaseOwners;
import dev.kefu.cases.HandOverReason;
import dev.kefu.cases.HandOvers;
import dev.kefu.cases.Workloads;
import dev.kefu.language.HouseWords;
import dev.kefu.workflow.Retries;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotBlank;
import java.util.Objects;
import org.springframework.lang.Nullable;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who has what in their hands, and work that goes to somebody else, over HTTP (ORG-4). */
@RestController
@RequestMapping("/api")
@Tag(name = "Work", description = "Who has what in their hands; hand over a case; move all work of a person")
class LeaderController {

    private final CaseOwners owners;
    private final HandOvers handOvers;
    private final Workloads workloads;
    private final HouseWords words;
    private final Retries retries;

    LeaderController(CaseOwners owners, HandOvers handOvers, Workloads workloads, HouseWords words, Retries retries) {
        this.owners = owners;
        this.handOvers = handOvers;
        this.workloads = workloads;
        this.words = words;
        this.retries = retries;
    }

    /** @param owner the user id of whoever answers for the case from now on */
    record Owner(@NotBlank String owner, @Nullable String note) {
    }

    record Owned(String caseNumber, String owner) {
    }

    /**
     * @param from         whose work is moved
     * @param to           who takes it over
     * @param toGroup      true: the tasks go back to their groups
     * @param includeCases false: only tasks
     * @param preview      true: nothing is moved, it is only said what would be
     */
    record Reassignment(@NotBlank String from, @Nullable String to, @Nullable Boolean toGroup, @Nullable Boolean includeCases,
            @Nullable String note, @Nullable Boolean preview) {

        HandOvers.Asked asked() {
            return new HandOvers.Asked(from.strip(), to == null || to.isBlank() ? null : to.strip(),
                    Boolean.TRUE.equals(toGroup), Objects.requireNonNullElse(includeCases, true), HandOverReason.of(note),
                    Boolean.TRUE.equals(preview));
        }
    }

    @PutMapping("/cases/{caseNumber}/owner")
    Owned hand(@PathVariable String caseNumber, @RequestBody @Validated Owner owner) {
        var number = CaseController.number(caseNumber);
        var reason = HandOverReason.of(owner.note());
        return retries.run(() -> {
            owners.hand(number, owner.owner().strip(), reason);
            return new Owned(number.value(), owner.owner().strip());
        });
    }

    @PostMapping("/tasks/reassign")
    HandOvers.Outcome reassign(@RequestBody @Validated Reassignment reassignment) {
        return handOvers.move(reassignment.asked()).reading(words::readIfSaid);
    }

    @GetMapping("/workload")
    Workloads.Overview overview() {
        return workloads.overview();
    }

    @GetMapping("/workload/people/{id}")
    Workloads.Table ofPerson(@PathVariable String id) {
        return workloads.ofPerson(id);
    }

    @GetMapping("/workload/groups/{id}")
    Workloads.Table ofGroup(@PathVariable String id) {
        return workloads.ofGroup(id);
    }
}
