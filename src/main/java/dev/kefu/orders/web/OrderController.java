package dev.kefu.orders.web;

import dev.kefu.cases.CaseFiles;
import dev.kefu.orders.OrderView;
import dev.kefu.orders.Orders;
import dev.kefu.orders.StoreResult;
import dev.kefu.orders.csv.ImportReport;
import dev.kefu.orders.csv.OrderImport;
import dev.kefu.shared.Forbidden;
import dev.kefu.shared.NotFound;
import dev.kefu.shared.RuleViolation;
import dev.kefu.workflow.Actors;
import dev.kefu.workflow.Groups;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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

    private static final String[] WRITERS = {Groups.INTEGRATIONS, Groups.ORDER_CLERKS};

    /** Who works on customers' cases and orders, and so sees who they are (CUS-4). */
    private static final String[] KNOWING_CUSTOMERS = Stream.concat(Groups.CUSTOMER_STAFF.stream(),
            Stream.of(Groups.AFTER_SALES_SUPERVISORS, Groups.TECHNICIANS, Groups.ORDER_CLERKS, Groups.WAREHOUSE,
                    Groups.FINANCE, Groups.INTEGRATIONS, Groups.ADMINISTRATORS)).toArray(String[]::new);

    private final Orders orders;
    private final OrderImport orderImport;
    private final CaseFiles cases;
    private final Actors actors;
    private final Clock clock;

    OrderController(Orders orders, OrderImport orderImport, CaseFiles cases, Actors actors, Clock clock) {
        this.orders = orders;
        this.orderImport = orderImport;
        this.cases = cases;
        this.actors = actors;
        this.clock = clock;
    }

    @PutMapping("/{orderNumber}")
    ResponseEntity<OrderAnswer> put(@PathVariable String orderNumber, @RequestBody OrderBody body) {
        actors.requireAnyOf(WRITERS);
        var draft = body.draft(orderNumber);
        var status = orders.store(draft) == StoreResult.CREATED ? HttpStatus.CREATED : HttpStatus.OK;
        return ResponseEntity.status(status).body(answer(orderNumber));
    }

    @GetMapping("/{orderNumber}")
    OrderAnswer get(@PathVariable String orderNumber) {
        if (actors.groups().isEmpty()) {
            throw new Forbidden("Orders are for the department's staff.");
        }
        return answer(orderNumber);
    }

    @PostMapping(path = "/import", consumes = "text/csv")
    ImportReport importOrders(@RequestHeader(HttpHeaders.CONTENT_TYPE) MediaType type, InputStream csv)
            throws IOException {
        actors.requireAnyOf(WRITERS);
        if (type.getCharset() != null && !type.getCharset().equals(StandardCharsets.UTF_8)) {
            throw new RuleViolation("file", "input", "The file is read as UTF-8, not as %s.".formatted(type.getCharset()));
        }
        return orderImport.run(csv);
    }

    private OrderAnswer answer(String orderNumber) {
        OrderView order = orders.find(orderNumber)
                .orElseThrow(() -> new NotFound("There is no order " + orderNumber + "."));
        var who = actors.isIn(KNOWING_CUSTOMERS) ? order.consignee() : order.consignee().masked();
        return OrderAnswer.of(order, who, cases.ofOrder(order.orderNumber()), clock.getZone());
    }
}
