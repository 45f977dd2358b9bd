package dev.kefu.couriers;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface CourierRates extends Repository<CourierRate, Long> {

    CourierRate save(CourierRate rate);

    void delete(CourierRate rate);

    Optional<CourierRate> findByCourierAndProvinceAndCityKey(String courier, String province, String cityKey);

    List<CourierRate> findByProvince(String province);

    List<CourierRate> findByCourier(String courier);

    List<CourierRate> findAllByOrderByCourier();
}
