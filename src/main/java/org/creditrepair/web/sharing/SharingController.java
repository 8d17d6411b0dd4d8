package org.creditrepair.web.sharing;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.creditrepair.access.account.Account;
import org.creditrepair.access.account.Account.Role;
import org.creditrepair.access.account.RegionAccess;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.model.PlatformEvent;
import org.creditrepair.catalog.model.Region;
import org.creditrepair.catalog.model.RegionPlatform;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.sharing.connection.ConnectorSettings;
import org.creditrepair.sharing.connection.ConnectorSettings.SignIn;
import org.creditrepair.sharing.connection.Connectors;
import org.creditrepair.sharing.ledger.Push;
import org.creditrepair.sharing.ledger.PushLedger;
import org.creditrepair.sharing.ledger.Receipt;
import org.creditrepair.sharing.ledger.Receipts;
import org.creditrepair.vocabulary.RegionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/regions/{region}")
@Tag(name = "共享平台", description = "平台目录、推送内容与回执，供接入平台和外部推送程序使用")
class SharingController {

    private final Catalog catalog;
    private final Connectors connectors;
    private final PushLedger ledger;
    private final Receipts receipts;
    private final RegionAccess access;
    private final SharingViewMapper views;

    SharingController(
            Catalog catalog,
            Connectors connectors,
            PushLedger ledger,
            Receipts receipts,
            RegionAccess access,
            SharingViewMapper views) {
        this.views = views;
        this.catalog = catalog;
        this.connectors = connectors;
        this.ledger = ledger;
        this.receipts = receipts;
        this.access = access;
    }

    /** Who delivers to a platform. */
    enum Delivery {
        /** 本服务器. */
        SERVER,
        /** 外部推送程序. */
        WORKER
    }

    record PlatformView(
            String code,
            String name,
            Set<PlatformEvent> events,
            Integer limitWorkingDays,
            String format,
            Delivery delivery,
            SignIn.@Nullable Method signIn,
            @Nullable Boolean accepting) {}

    record PushView(
            String idempotencyKey,
            String sharingNo,
            String platform,
            PlatformEvent event,
            @Nullable String recordNo,
            Push.Status status,
            String statusName,
            int attempts,
            String lastError,
            OffsetDateTime createdAt,
            @JsonRawValue String payload) {}

    /** What became of a receipt. */
    record ReceiptView(String idempotencyKey, String message) {}

    @GetMapping("/platforms")
    @Operation(summary = "平台目录", description = "本地区的共享平台：告知哪些事项、同步时限、报文格式、由谁推送、接入认证方式、当前是否可推送")
    List<PlatformView> platforms(@PathVariable RegionCode region) {
        access.require(region, Role.UNIT, Role.SUPERVISOR, Role.PLATFORM);
        return catalog.region(region).platforms().stream()
                .map(platform -> view(region, platform))
                .toList();
    }

    private PlatformView view(RegionCode region, RegionPlatform platform) {
        ConnectorSettings settings = connectors.settingsOf(region, platform.code()).orElse(null);
        return new PlatformView(
                platform.code(),
                platform.name(),
                platform.events(),
                platform.limitWorkingDays(),
                "JSON",
                settings == null ? Delivery.WORKER : Delivery.SERVER,
                settings == null ? null : settings.signIn().method(),
                connectors
                        .find(region, platform.code())
                        .map(connector -> connector.isAccepting())
                        .orElse(null));
    }

    @GetMapping("/pushes")
    @Operation(
            summary = "待送达的推送",
            description =
                    "填 sharingNo 和 platform 的，为该次共享中应向该平台推送的内容，按推送顺序；都不填的，为本地区尚未送达的推送，最多 1000 条")
    List<PushView> pushes(
            @PathVariable RegionCode region,
            @Parameter(description = "外部任务的变量 sharingNo") @RequestParam(required = false)
                    String sharingNo,
            @RequestParam(required = false) String platform) {
        Account account = access.require(region, Role.PLATFORM, Role.SUPERVISOR);
        Region served = catalog.region(region);
        List<Push> pushes =
                sharingNo == null || platform == null
                        ? ledger.outstandingOf(served.code())
                        : ledger.outstanding(sharingNo, Set.of(platform));
        boolean all = account.plays(served, Set.of(Role.SUPERVISOR));
        Set<String> own = account.platformsIn(served);
        return pushes.stream()
                .filter(push -> push.content().region().equals(served.code()))
                .filter(push -> all || own.contains(push.content().platform()))
                .map(views::push)
                .toList();
    }

    @PostMapping("/receipts")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "回执", description = "平台或外部推送程序报送的处理结果；先后次序不限，重复报送不重复处理")
    ReceiptView receive(@PathVariable RegionCode region, @RequestBody Receipt receipt) {
        Account account = access.require(region, Role.PLATFORM);
        Region served = catalog.region(region);
        if (receipt.platform() != null
                && !account.platformsIn(served).contains(receipt.platform())) {
            throw RefusedException.forbidden("platform", "平台账号只能报送本平台的回执");
        }
        receipts.arrived(served.code(), receipt);
        return new ReceiptView(receipt.idempotencyKey(), "已接收");
    }
}
