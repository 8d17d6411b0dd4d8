// 准备：门户账号，和要上传的承诺书 commitment.pdf
import java.net.URI;
import java.net.http.*;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Base64;
var http = HttpClient.newHttpClient();
var login = "Basic " + Base64.getEncoder().encodeToString("{account}:{account}".getBytes());
HttpRequest.Builder request(String path) { return HttpRequest.newBuilder(URI.create("{base}" + path)); }
String call(HttpRequest.Builder request) throws Exception {
    var answer = http.send(request.build(), BodyHandlers.ofString());
    if (answer.statusCode() >= 300) throw new IllegalStateException(answer.statusCode() + " " + answer.body());
    return answer.body();
}
String field(String json, String name) { return json.replaceAll("(?s).*?\"" + name + "\":\"([^\"]*)\".*", "$1"); }

// 查出可以修复的信息、须提交的材料
System.out.println(call(request("/api/v1/regions/{region}/guidance?uscc={uscc}")));

// 看修复承诺的全文，由申请人签署
System.out.println(call(request("/api/v1/regions/{region}/commitment")));

// 逐份上传材料，得到材料编号
var part = "--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"commitment.pdf\"\r\n\r\n";
var file = BodyPublishers.concat(BodyPublishers.ofString(part), BodyPublishers.ofFile(Path.of("commitment.pdf")), BodyPublishers.ofString("\r\n--part--\r\n"));
var material = field(call(request("/api/v1/materials").header("Authorization", login).header("Content-Type", "multipart/form-data; boundary=part").POST(file)), "id");

// 提交联办申请；同一键重复提交只算一次
var application = """
    {"subject": {"type": "LEGAL_PERSON", "name": "{name}", "uscc": "{uscc}", "address": "虚构路 1 号"},
     "contact": {"name": "虚构联系人", "mobile": "13800000000"},
     "items": [{"item": "{item}", "recordNo": "{recordNo}", "reason": "罚款已缴清，违法行为已改正",
                "obligationsFulfilledOn": "{fulfilledOn}",
                "materials": [{"code": "commitment", "materialId": "%s"}]}],
     "commitment": true, "channel": "PORTAL"}""".formatted(material);
var applied = call(request("/api/v1/regions/{region}/applications").header("Authorization", login).header("Content-Type", "application/json").header("Idempotency-Key", material).POST(BodyPublishers.ofString(application)));
System.out.println(applied);

// 查询状态：受理、补正、决定，各环节的时限和结果
var number = field(applied, "applicationNo");
System.out.println(call(request("/api/v1/applications/" + number).header("Authorization", login)));

// 本门户提交的申请
System.out.println(call(request("/api/v1/regions/{region}/applications?words=" + number).header("Authorization", login)));

// 取回文书
System.out.println(call(request("/api/v1/applications/" + number + "/documents").header("Authorization", login)));
http.send(request("/api/v1/applications/" + number + "/documents/1-receipt?format=pdf").header("Authorization", login).build(), BodyHandlers.ofFile(Path.of("receipt.pdf")));
