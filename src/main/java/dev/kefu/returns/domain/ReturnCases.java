package dev.kefu.returns.domain;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface ReturnCases extends Repository<ReturnCase, String> {

    ReturnCase save(ReturnCase goods);

    Optional<ReturnCase> findById(String caseNumber);
}
