package org.creditrepair.web.shared;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Shows a problem as a page to whoever asks for pages, as people's browsers do. */
@Configuration(proxyBeanMethods = false)
class ProblemPage implements WebMvcConfigurer {

    private final ITemplateEngine templates;

    ProblemPage(ITemplateEngine templates) {
        this.templates = templates;
    }

    /** Behind all others, so that who accepts anything is answered in JSON. */
    @Override
    public void extendMessageConverters(List<HttpMessageConverter<?>> converters) {
        converters.add(new Converter(templates));
    }

    private static final class Converter extends AbstractHttpMessageConverter<ProblemDetail> {

        private final ITemplateEngine templates;

        Converter(ITemplateEngine templates) {
            super(StandardCharsets.UTF_8, MediaType.TEXT_HTML);
            this.templates = templates;
        }

        @Override
        protected boolean supports(Class<?> type) {
            return ProblemDetail.class.isAssignableFrom(type);
        }

        @Override
        protected boolean canRead(MediaType mediaType) {
            return false;
        }

        @Override
        protected ProblemDetail readInternal(
                Class<? extends ProblemDetail> type, HttpInputMessage message) {
            throw new HttpMessageNotReadableException("only written", message);
        }

        @Override
        protected void writeInternal(ProblemDetail problem, HttpOutputMessage message)
                throws IOException {
            Context context = new Context(Locale.CHINA);
            context.setVariable("title", problem.getTitle());
            String page = templates.process("problem", context);
            message.getBody().write(page.getBytes(StandardCharsets.UTF_8));
        }
    }
}
