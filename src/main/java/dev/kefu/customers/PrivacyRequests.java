package dev.kefu.customers;

import java.util.List;
import org.springframework.data.domain.Pageable;
import org.springframework.data.repository.Repository;

interface PrivacyRequests extends Repository<PrivacyRequest, Long> {

    PrivacyRequest save(PrivacyRequest request);

    List<PrivacyRequest> findByOrderByIdDesc(Pageable page);
}
