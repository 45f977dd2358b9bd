package dev.kefu.correspondence;

import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface TemplateVersions extends Repository<TemplateVersion, Long> {

    TemplateVersion save(TemplateVersion version);

    Optional<TemplateVersion> findFirstByTemplateAndLanguageOrderByNumberDesc(String template, String language);

    List<TemplateVersion> findByTemplateAndLanguageOrderByNumberDesc(String template, String language, Limit most);

    /** The version of every letter that counts. */
    @Query("""
            select v from TemplateVersion v where v.number = (select max(w.number) from TemplateVersion w
            where w.template = v.template and w.language = v.language)
            """)
    List<TemplateVersion> findNewest();
}
