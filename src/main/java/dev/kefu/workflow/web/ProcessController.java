package dev.kefu.workflow.web;

import dev.kefu.shared.Forbidden;
import dev.kefu.workflow.Actors;
import dev.kefu.workflow.Processes;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What there is to start, and what cases understand: pages draw their forms from it. */
@RestController
@RequestMapping("/api/processes")
@Tag(name = "Processes", description = "What the caller may start, and what cases understand")
class ProcessController {

    private final Processes processes;
    private final Actors actors;

    ProcessController(Processes processes, Actors actors) {
        this.processes = processes;
        this.actors = actors;
    }

    @GetMapping
    List<Processes.Offer> offered() {
        if (actors.groups().isEmpty()) {
            throw new Forbidden("This is for the department's staff.");
        }
        return processes.offered();
    }
}
