package dev.kefu.cases.web;

import dev.kefu.cases.CaseCards;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The cards of a page of tasks, over HTTP. Changes nothing; a list of so many ids fits no address. */
@RestController
@RequestMapping("/api/cases/cards")
@Tag(name = "Cases", description = "Start, look up, search, tell what has happened, note")
class CardController {

    private final CaseCards cards;

    CardController(CaseCards cards) {
        this.cards = cards;
    }

    record Wanted(@NotNull @Size(max = CaseCards.MOST) List<@NotNull @Size(max = 64) String> taskIds) {
    }

    @PostMapping
    CaseCards.Cards cards(@RequestBody @Validated Wanted wanted) {
        return cards.of(wanted.taskIds());
    }
}
