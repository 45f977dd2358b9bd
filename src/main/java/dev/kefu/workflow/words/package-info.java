/** Models, forms and answers of the engine in the language of whoever reads them. What is stored stays as it was typed. */
@org.springframework.lang.NonNullApi
package dev.kefu.workflow.words;
