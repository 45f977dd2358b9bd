package dev.kefu.orders.web;

import dev.kefu.cases.CaseAccess;
import dev.kefu.orders.OrderSearch;
import dev.kefu.orders.OrderSight;
import dev.kefu.orders.OrderView;
import dev.kefu.orders.Orders;
import dev.kefu.orders.StoreResult;
import dev.kefu.orders.csv.ImportReport;
import dev.kefu.orders.csv.OrderImport;
import dev.kefu.shared.NotFound;
import dev.kefu.shared.RuleViolation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.lang.Nullable;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Orders over HTTP: the shop tells them, one by one or as a file; the department's staff reads them. */
@RestController
@Tag(name = "Orders", description = "What the shop sold, one by one or many at once")
@RequestMapping("/api/orders")
class OrderController {

    private final Orders orders;
    private final OrderSearch search;
    private final OrderImport orderImport;
    private final CaseAccess access;
    private final OrderSight sight;
    private final Clock clock;

    OrderController(Orders orders, OrderSearch search, OrderImport orderImport, CaseAccess access, OrderSight sight,
            Clock clock) {
        this.orders = orders;
        this.search = search;
        this.orderImport = orderImport;
        this.access = access;
        this.sight = sight;
        this.clock = clock;
    }

    @PutMapping("/{orderNumber}")
    ResponseEntity<OrderAnswer> put(@PathVariable String orderNumber, @RequestBody OrderBody body) {
        sight.requireTeller();
        var draft = body.draft(orderNumber);
        var status = orders.store(draft) == StoreResult.CREATED ? HttpStatus.CREATED : HttpStatus.OK;
        return ResponseEntity.status(status).body(answer(orderNumber));
    }

    /** @param page counting from 0; the first if not given */
    record Sought(@Nullable String query, @Nullable @Min(0) @Max(100_000) Integer page) {
    }

    /**
     * By order number, telephone, name, tracking number, RMA or case number; newest first. Changes nothing, but who a customer is
     * must not stand in an address, which logs and browsers keep.
     */
    @PostMapping("/search")
    OrderSearch.Page search(@RequestBody @Validated Sought sought) {
        return search.find(sought.query(), Objects.requireNonNullElse(sought.page(), 0));
    }

    @GetMapping("/{orderNumber}")
    OrderAnswer get(@PathVariable String orderNumber) {
        access.requireStaff();
        return answer(orderNumber);
    }

    @PostMapping(path = "/import", consumes = "text/csv")
    ImportReport importOrders(@RequestHeader(HttpHeaders.CONTENT_TYPE) MediaType type, InputStream csv)
            throws IOException {
        sight.requireTeller();
        if (type.getCharset() != null && !type.getCharset().equals(StandardCharsets.UTF_8)) {
            throw new RuleViolation("file", "input", "The file is read as UTF-8, not as %s.".formatted(type.getCharset()));
        }
        return orderImport.run(csv);
    }

    private OrderAnswer answer(String orderNumber) {
        OrderView order = orders.find(orderNumber)
                .orElseThrow(() -> new NotFound("There is no order " + orderNumber + "."));
        return OrderAnswer.of(order, sight.of(order.consignee()), access.ofOrder(order.orderNumber()), clock.getZone());
    }
}
