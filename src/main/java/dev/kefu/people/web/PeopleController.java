package dev.kefu.people.web;

import dev.kefu.shared.Forbidden;
import dev.kefu.workflow.Actors;
import dev.kefu.workflow.CaseWorkers;
import dev.kefu.workflow.Colleagues;
import dev.kefu.workflow.Colleagues.Person;
import dev.kefu.workflow.Groups;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.lang.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The department's people over HTTP, for choosing one of them; programs are not of them. */
@RestController
@RequestMapping("/api/people")
@Tag(name = "People", description = "Who works here, and in which groups")
class PeopleController {

    private final Colleagues colleagues;
    private final CaseWorkers workers;
    private final Actors actors;

    PeopleController(Colleagues colleagues, CaseWorkers workers, Actors actors) {
        this.colleagues = colleagues;
        this.workers = workers;
        this.actors = actors;
    }

    /**
     * @param group only its members
     * @param kind  only those who may answer for cases of this kind
     */
    @GetMapping
    List<Person> list(@RequestParam(required = false) @Nullable String group,
            @RequestParam(required = false) @Nullable String kind) {
        if (actors.groups().isEmpty() || actors.isIn(Groups.INTEGRATIONS)) {
            throw new Forbidden("This is for the department's staff.");
        }
        var suited = kind == null || kind.isBlank() ? (Predicate<Set<String>>) groups -> true : workers.answeringFor(kind);
        return colleagues.everybody().stream()
                .filter(person -> !person.groups().contains(Groups.INTEGRATIONS))
                .filter(person -> group == null || group.isBlank() || person.groups().contains(group.strip()))
                .filter(person -> suited.test(Set.copyOf(person.groups())))
                .toList();
    }
}
