import { configure } from '@testing-library/preact';

// What a test waits for comes at once, but for a machine that does much else meanwhile
configure({ asyncUtilTimeout: 10_000 });
