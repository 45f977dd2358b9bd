package dev.kefu.shipping.web;

import dev.kefu.shipping.GoodsIn;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.lang.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Goods in, over HTTP: what a parcel in the warehouse's hands is about. */
@RestController
@Tag(name = "Goods in", description = "Which case a parcel belongs to, and whether it may be told that it is here")
@RequestMapping("/api/goods-in")
class GoodsInController {

    private final GoodsIn goodsIn;

    GoodsInController(GoodsIn goodsIn) {
        this.goodsIn = goodsIn;
    }

    /** By RMA, case number or tracking number, as it was scanned; empty if it belongs to no case. */
    @GetMapping
    List<GoodsIn.Expected> find(@RequestParam(required = false) @Nullable String code) {
        return goodsIn.of(code);
    }
}
