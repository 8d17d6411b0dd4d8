# 准备：门户账号，和要上传的承诺书 commitment.pdf
base={base}
login={account}:{account}
field() { sed 's/.*"'"$1"'":"\([^"]*\)".*/\1/'; }

# 查出可以修复的信息、须提交的材料
curl -s --fail-with-body "$base/api/v1/regions/{region}/guidance?uscc={uscc}"

# 看修复承诺的全文，由申请人签署
curl -s --fail-with-body "$base/api/v1/regions/{region}/commitment"

# 逐份上传材料，得到材料编号
material=$(curl -s --fail-with-body -u "$login" -F file=@commitment.pdf "$base/api/v1/materials" | field id)

# 提交联办申请；同一键重复提交只算一次
applied=$(curl -s --fail-with-body -u "$login" -H 'Content-Type: application/json' -H "Idempotency-Key: $material" \
  "$base/api/v1/regions/{region}/applications" -d '{
    "subject": {"type": "LEGAL_PERSON", "name": "{name}", "uscc": "{uscc}", "address": "虚构路 1 号"},
    "contact": {"name": "虚构联系人", "mobile": "13800000000"},
    "items": [{"item": "{item}", "recordNo": "{recordNo}", "reason": "罚款已缴清，违法行为已改正",
               "obligationsFulfilledOn": "{fulfilledOn}",
               "materials": [{"code": "commitment", "materialId": "'"$material"'"}]}],
    "commitment": true, "channel": "PORTAL"}')
number=$(echo "$applied" | field applicationNo)
echo "$applied"

# 查询状态：受理、补正、决定，各环节的时限和结果
curl -s --fail-with-body -u "$login" "$base/api/v1/applications/$number"

# 本门户提交的申请
curl -s --fail-with-body -u "$login" "$base/api/v1/regions/{region}/applications?words=$number"

# 取回文书
curl -s --fail-with-body -u "$login" "$base/api/v1/applications/$number/documents"
curl -s --fail-with-body -u "$login" -o receipt.pdf "$base/api/v1/applications/$number/documents/1-receipt?format=pdf"
