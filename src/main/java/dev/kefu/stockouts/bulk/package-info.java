/** Stock-outs in bulk: one article is short, and every order that waits for it gets its case in the background (ADR 0043). */
@NonNullApi
package dev.kefu.stockouts.bulk;

import org.springframework.lang.NonNullApi;
