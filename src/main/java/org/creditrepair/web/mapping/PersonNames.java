package org.creditrepair.web.mapping;

import org.creditrepair.access.account.Accounts;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Named;
import org.springframework.stereotype.Component;

/** Accounts as what people call them, for all mappers. */
@Component
public class PersonNames {

    /** Qualifies the name of the person that has an account. */
    public static final String PERSON = "person";

    private final Accounts accounts;

    PersonNames(Accounts accounts) {
        this.accounts = accounts;
    }

    @Named(PERSON)
    public @Nullable String called(@Nullable String account) {
        return account == null ? null : accounts.called(account);
    }
}
