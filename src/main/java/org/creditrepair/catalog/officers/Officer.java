package org.creditrepair.catalog.officers;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * An officer of a unit for credit repair (修复业务专员) and who stands in (浙江方案二（一）1.（2）; 江西方案三（八）).
 *
 * @param unit code of the unit
 * @param phone where colleagues reach the officer: mobile, or landline with its area code
 * @param deputyName who stands in; null if nobody does
 * @param deputyPhone of the deputy; null if nobody stands in
 * @param changedBy account that named the officer
 */
public record Officer(
        String unit,
        String name,
        String phone,
        @Nullable String deputyName,
        @Nullable String deputyPhone,
        String changedBy,
        OffsetDateTime changedAt) {}
