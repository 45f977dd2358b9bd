package dev.kefu.couriers.web;

import dev.kefu.cases.CaseAccess;
import dev.kefu.couriers.CourierDraft;
import dev.kefu.couriers.CourierTable;
import dev.kefu.couriers.CourierView;
import dev.kefu.couriers.Province;
import dev.kefu.language.HouseWords;
import dev.kefu.shared.Language;
import dev.kefu.workflow.Retries;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.lang.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Couriers over HTTP: all staff sees them, supervisors and platform managers keep them. */
@RestController
@Tag(name = "Couriers", description = "Who carries parcels, where they go and what they take")
@RequestMapping("/api/couriers")
class CourierController {

    private final CourierTable table;
    private final CaseAccess access;
    private final CourierRights rights;
    private final Retries retries;
    private final HouseWords words;

    CourierController(CourierTable table, CaseAccess access, CourierRights rights, Retries retries, HouseWords words) {
        this.table = table;
        this.access = access;
        this.rights = rights;
        this.retries = retries;
        this.words = words;
    }

    /**
     * @param name    in the reader's language
     * @param version to be said by whoever changes it
     */
    record CourierAnswer(String code, String name, String nameZh, String nameEn, boolean isDefault, int preference,
            boolean freeOfDifference, boolean active, int version) {

        static CourierAnswer of(CourierView courier, Language reader) {
            return new CourierAnswer(courier.code(), reader == Language.ZH ? courier.nameZh() : courier.nameEn(),
                    courier.nameZh(), courier.nameEn(), courier.isDefault(), courier.preference(), courier.freeOfDifference(),
                    courier.active(), courier.version());
        }
    }

    /**
     * What {@code GET} says may come back.
     *
     * @param version the one that was seen; left out for a new courier
     */
    record CourierBody(@Nullable String nameZh, @Nullable String nameEn, @Nullable Boolean isDefault,
            @Nullable Integer preference, @Nullable Boolean freeOfDifference, @Nullable Boolean active,
            @Nullable Integer version, @Nullable String code, @Nullable String name) {
    }

    /** @param province its short Chinese name, as the tables have it; @param name in the reader's language */
    record ProvinceAnswer(String province, String name) {
    }

    /** What the acting person may do with couriers' tables: pages offer no more. */
    record RightsAnswer(boolean keepsTables, boolean notesCoverage) {
    }

    @GetMapping
    List<CourierAnswer> all() {
        access.requireStaff();
        return table.couriers().stream().map(courier -> CourierAnswer.of(courier, words.language())).toList();
    }

    /** The provinces by which tables are told, as a list to choose from. */
    @GetMapping("/provinces")
    List<ProvinceAnswer> provinces() {
        access.requireStaff();
        return Arrays.stream(Province.values()).map(each -> new ProvinceAnswer(each.chinese(),
                words.language() == Language.ZH ? each.chinese() : each.english())).toList();
    }

    @GetMapping("/rights")
    RightsAnswer rights() {
        access.requireStaff();
        return new RightsAnswer(rights.keepsTables(), rights.notesCoverage());
    }

    @PutMapping("/{code}")
    ResponseEntity<CourierAnswer> put(@PathVariable String code, @RequestBody CourierBody body) {
        rights.requireKeeper();
        var draft = CourierDraft.checked(code, body.nameZh(), body.nameEn(), body.isDefault(), body.preference(),
                body.freeOfDifference(), body.active());
        var isNew = retries.inTransaction(() -> table.store(draft, body.version()));
        return ResponseEntity.status(isNew ? HttpStatus.CREATED : HttpStatus.OK)
                .body(CourierAnswer.of(table.courier(draft.code()), words.language()));
    }
}
