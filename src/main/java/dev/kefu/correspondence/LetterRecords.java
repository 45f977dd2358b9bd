package dev.kefu.correspondence;

import org.springframework.data.repository.Repository;

interface LetterRecords extends Repository<Letter, String> {

    Letter save(Letter letter);
}
