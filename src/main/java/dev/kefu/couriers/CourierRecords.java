package dev.kefu.couriers;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface CourierRecords extends Repository<Courier, String> {

    Courier save(Courier courier);

    Optional<Courier> findByCode(String code);

    List<Courier> findAllByOrderByPreferenceAscCodeAsc();
}
