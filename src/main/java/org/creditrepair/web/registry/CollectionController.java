package org.creditrepair.web.registry;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.creditrepair.access.account.Account;
import org.creditrepair.access.account.Account.Role;
import org.creditrepair.access.account.RegionAccess;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.model.Region;
import org.creditrepair.catalog.model.Unit;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.registry.collection.CollectionFile;
import org.creditrepair.registry.collection.CollectionFiles;
import org.creditrepair.registry.collection.FileRow;
import org.creditrepair.registry.delivery.Dataset;
import org.creditrepair.registry.delivery.RowResult;
import org.creditrepair.registry.register.RegistryProperties;
import org.creditrepair.vocabulary.RegionCode;
import org.creditrepair.web.shared.Download;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/regions/{region}/collections")
@Tag(name = "文件归集", description = "数据源单位以 CSV 或 XLSX 文件报送失信信息和移出信息，查看进度和逐行应答")
class CollectionController {

    private static final int BUFFER = 64 * 1024;

    private final CollectionFiles files;
    private final Catalog catalog;
    private final RegionAccess access;
    private final RegistryProperties properties;
    private final RegistryViewMapper views;

    CollectionController(
            CollectionFiles files,
            Catalog catalog,
            RegionAccess access,
            RegistryProperties properties,
            RegistryViewMapper views) {
        this.views = views;
        this.properties = properties;
        this.files = files;
        this.catalog = catalog;
        this.access = access;
    }

    record FileView(
            long id,
            @Nullable Dataset dataset,
            String mode,
            String fileName,
            long size,
            String sha256,
            OffsetDateTime deliveredAt,
            CollectionFile.Status status,
            String statusName,
            int percent,
            CollectionFile.Progress progress,
            @Nullable String failure,
            @Nullable OffsetDateTime finishedAt) {}

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "报送文件",
            description =
                    "请求体即文件内容，默认不超过 512 MB。行政处罚用“双公示”表头，名录、名单和移出用相应表头，列的先后不限；"
                            + "先报存量（mode=STOCK，平台已公示，不再推送），再报增量（mode=INCREMENT，推送至各平台）。"
                            + "同一文件可以重复报送，已归集的行应答为重复")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = {
                @Content(
                        mediaType = Download.CSV_TYPE,
                        schema = @Schema(type = "string", format = "binary")),
                @Content(
                        mediaType = Download.XLSX_TYPE,
                        schema = @Schema(type = "string", format = "binary"))
            })
    FileView deliver(
            @PathVariable RegionCode region,
            @Parameter(description = "数据集") @RequestParam(required = false) String dataset,
            @Parameter(description = "STOCK 存量或 INCREMENT 增量，默认增量") @RequestParam(required = false)
                    String mode,
            @RequestParam(required = false) String fileName,
            HttpServletRequest request)
            throws IOException {
        Account sender = access.require(region, Role.UNIT);
        String unit = sender.unitIn(catalog.region(region)).map(Unit::code).orElse(null);
        // A slow sender holds a file meanwhile, never a connection to the database.
        Path received = Files.createTempFile("delivery-", ".file");
        try {
            receive(request, received);
            try (InputStream content = Files.newInputStream(received)) {
                return views.file(
                        files.receive(
                                region,
                                new CollectionFiles.Announced(
                                        dataset, mode, fileName, request.getContentType()),
                                content,
                                unit,
                                sender.name()));
            }
        } finally {
            Files.deleteIfExists(received);
        }
    }

    private void receive(HttpServletRequest request, Path received) throws IOException {
        long most = properties.maxFile().toBytes();
        if (request.getContentLengthLong() > most) {
            throw tooLarge(most);
        }
        try (OutputStream out = Files.newOutputStream(received)) {
            byte[] buffer = new byte[BUFFER];
            long size = 0;
            InputStream in = request.getInputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                size += read;
                if (size > most) {
                    throw tooLarge(most);
                }
                out.write(buffer, 0, read);
            }
        }
    }

    private static RefusedException tooLarge(long most) {
        return RefusedException.invalid(
                "file", "TOO_LARGE", "文件不能超过 " + most / 1024 / 1024 + " MB，请分成几个文件报送");
    }

    @GetMapping
    @Operation(summary = "报送文件台账", description = "最近的报送文件，最多 200 个")
    List<FileView> files(@PathVariable RegionCode region) {
        Account account = access.require(region, Role.UNIT, Role.SUPERVISOR);
        return files.findByRegion(region).stream()
                .filter(file -> mayRead(file, account, catalog.region(region)))
                .map(views::file)
                .toList();
    }

    @GetMapping("/{id}")
    @Operation(summary = "归集进度")
    FileView file(@PathVariable RegionCode region, @PathVariable long id) {
        return views.file(readable(region, id));
    }

    @GetMapping("/{id}/rows")
    @Operation(
            summary = "逐行应答",
            description = "按行号排列，每页最多 1000 行，下一页以 after 填上一页的最后行号；未列出的行均为首次归集成功")
    List<FileRow> rows(
            @PathVariable RegionCode region,
            @PathVariable long id,
            @RequestParam(required = false) RowResult.Status status,
            @RequestParam(defaultValue = "0") long after) {
        return files.answers(readable(region, id).id(), status, after);
    }

    private CollectionFile readable(RegionCode region, long id) {
        Account account = access.require(region, Role.UNIT, Role.SUPERVISOR);
        CollectionFile file = files.byId(id);
        if (!file.region().equals(region)) {
            throw RefusedException.notFound("id", "无此报送文件：" + id);
        }
        if (!mayRead(file, account, catalog.region(region))) {
            throw RefusedException.forbidden("只有报送单位、信用牵头部门和督查人员可以查看");
        }
        return file;
    }

    private static boolean mayRead(CollectionFile file, Account account, Region region) {
        Set<String> units = account.unitsIn(region);
        return file.delivery().unit() != null && units.contains(file.delivery().unit())
                || units.contains(region.creditOffice())
                || account.plays(region, Set.of(Role.SUPERVISOR));
    }
}
