-- Counts blocks of ids for the engine's rows; each node takes a block at a time.
create sequence engine_id_block_sequence start with 1 increment by 1;
