// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/base/text.h"
#include "engine/cloud/knative.h"
#include "engine/flow/yaml_node.h"
#include "engine/json/json.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace batuta::cloud {
namespace {

/// A JSON text is a YAML text in double quotes, but for what YAML takes for line breaks or does not print.
std::string inQuotes(const std::string &text)
{
    std::string out, quotedText;
    json::writeString(text, quotedText);
    for (std::size_t i = 0; i < quotedText.size(); ++i) {
        const auto byte = [&](std::size_t at) {
            return at < quotedText.size() ? static_cast<unsigned char>(quotedText[at]) : 0U;
        };
        if (byte(i) == 0x7f) {
            out += "\\x7f";
        } else if (byte(i) == 0xc2 && byte(i + 1) < 0xa0) { // U+0080 … U+009F
            char escaped[8];
            std::snprintf(escaped, sizeof escaped, "\\x%02x", byte(++i));
            out += escaped;
        } else if (byte(i) == 0xe2 && byte(i + 1) == 0x80 && (byte(i + 2) & 0xfe) == 0xa8) {
            out += byte(i + 2) == 0xa8 ? "\\u2028" : "\\u2029";
            i += 2;
        } else if (byte(i) == 0xef && byte(i + 1) == 0xbb && byte(i + 2) == 0xbf) {
            out += "\\ufeff";
            i += 2;
        } else {
            out += quotedText[i];
        }
    }
    return out;
}

/// Words that some version of YAML reads as something else than a text.
bool isTaken(const std::string &text)
{
    static constexpr std::array kWords{"y",    "n",     "yes",  "no",  "on", "off",
                                       "true", "false", "null", "inf", "nan"};
    const std::string small = lowered(text);
    return std::find(kWords.begin(), kWords.end(), small) != kWords.end();
}

/// A letter, then letters, digits and - _ / . alone: no version of YAML takes that for anything but a text.
bool isPlainYaml(const std::string &text)
{
    const auto isLetter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    if (text.empty() || !isLetter(text.front()) || isTaken(text))
        return false;
    return std::all_of(text.begin(), text.end(), [&](char c) {
        return isLetter(c) || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '/' || c == '.';
    });
}

std::string scalar(const json::Value &value)
{
    if (value.isString())
        return isPlainYaml(value.asString()) ? value.asString() : inQuotes(value.asString());
    return json::write(value); // numbers, booleans, null, and empty collections
}

bool isEmpty(const json::Value &value)
{
    return value.isObject() ? value.asObject().empty() : value.asArray().empty();
}

void writeYaml(const json::Value &value, int indent, std::string &out);

/// What stands behind `key:` or `-`.
void writeBehind(const json::Value &value, int indent, std::string &out)
{
    if ((value.isObject() || value.isArray()) && !isEmpty(value)) {
        out += '\n';
        return writeYaml(value, indent, out);
    }
    out += ' ' + scalar(value) + '\n';
}

void writeMapping(const json::Value &value, int indent, bool continues, std::string &out)
{
    const bool isVariable =
        value["name"].isString() && value["value"].isString() && value.asObject().size() == 2;
    for (const auto &[name, member] : value.asObject()) {
        if (!continues)
            out.append(static_cast<std::size_t>(indent), ' ');
        continues = false;
        out += (isPlainYaml(name) ? name : inQuotes(name)) + ':';
        if (isVariable && name == "value")
            out += ' ' + inQuotes(member.asString()) + '\n';
        else // lists stand under their key without a further indent, as kubectl and gcloud write them
            writeBehind(member, member.isArray() ? indent : indent + 2, out);
    }
}

void writeYaml(const json::Value &value, int indent, std::string &out)
{
    if (value.isObject())
        return writeMapping(value, indent, false, out);
    for (const json::Value &item : value.asArray()) {
        out.append(static_cast<std::size_t>(indent), ' ');
        out += '-';
        if (item.isObject() && !item.asObject().empty()) {
            out += ' ';
            writeMapping(item, indent + 2, true, out);
        } else {
            writeBehind(item, indent + 2, out);
        }
    }
}

/// Mappings whose values are texts, whatever they look like.
bool holdsTexts(const std::string &name)
{
    return name == "annotations" || name == "labels" || name == "matchLabels" || name == "nodeSelector" ||
           name == "limits" || name == "requests";
}

/// Members that are texts, whatever they look like: a version of a secret is `"1"`.
bool isText(const std::string &name)
{
    static constexpr std::array kNames{"name", "value",   "image",        "key",       "path",
                                       "tag",  "version", "revisionName", "mountPath", "resourceVersion"};
    return std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

json::Value typed(const flow::YamlNode &node);

json::Value textOf(const flow::YamlNode &node)
{
    return node.isScalar() ? json::Value(node.text) : node.isNull() ? json::Value("") : typed(node);
}

json::Value typed(const flow::YamlNode &node)
{
    if (node.isSequence()) {
        json::Array items;
        for (const flow::YamlNode &item : node.items)
            items.push_back(typed(item));
        return items;
    }
    if (!node.isMapping())
        return flow::toJson(node);
    json::Object object;
    for (const flow::YamlNode::Member &member : node.members) {
        json::Value value;
        if (isText(member.key)) {
            value = textOf(member.value);
        } else if (holdsTexts(member.key) && member.value.isMapping()) {
            json::Object texts;
            for (const flow::YamlNode::Member &one : member.value.members)
                texts.set(one.key, textOf(one.value));
            value = std::move(texts);
        } else if ((member.key == "command" || member.key == "args") && member.value.isSequence()) {
            json::Array texts;
            for (const flow::YamlNode &one : member.value.items)
                texts.push_back(textOf(one));
            value = std::move(texts);
        } else {
            value = typed(member.value);
        }
        object.set(member.key, std::move(value));
    }
    return object;
}

Error refused(const std::string &file, std::string detail, std::string mend)
{
    return {ErrorCode::FlowBadValue, "service", std::move(detail), {file, 0, 0}, std::move(mend)};
}

void eraseAnnotations(json::Object &metadata)
{
    json::Value *annotations = metadata.find("annotations");
    if (annotations == nullptr)
        return;
    for (const char *name :
         {"serving.knative.dev/creator", "serving.knative.dev/lastModifier", "run.googleapis.com/client-name",
          "run.googleapis.com/client-version", "run.googleapis.com/creatorEmail",
          "run.googleapis.com/lastModifierEmail", "run.googleapis.com/operation-id",
          "run.googleapis.com/urls", "run.googleapis.com/ingress-status"})
        annotations->object().erase(name);
}

} // namespace

std::string knativeYaml(const json::Value &service)
{
    json::Object out{{"apiVersion", service["apiVersion"]}, {"kind", service["kind"]}};
    json::Object metadata = service["metadata"].asObject();
    for (const char *own :
         {"creationTimestamp", "deletionTimestamp", "generation", "resourceVersion", "selfLink", "uid"})
        metadata.erase(own);
    eraseAnnotations(metadata);
    out.set("metadata", std::move(metadata));
    json::Value spec = service["spec"];
    // A name of the revision would be refused with the first change, and the nonce belongs to who deployed.
    if (json::Value *plan = spec.object().find("template"))
        if (json::Value *of = plan->object().find("metadata")) {
            of->object().erase("name");
            if (json::Value *labels = of->object().find("labels"))
                labels->object().erase("client.knative.dev/nonce");
        }
    out.set("spec", std::move(spec));
    std::string text;
    writeYaml(json::Value(std::move(out)), 0, text);
    return text;
}

Result<json::Value> readKnative(const std::string &yaml, const std::string &file, const ServiceName &name)
{
    const flow::YamlReading read = flow::readYaml(yaml, file);
    if (!read.root)
        return read.errors.empty() ? Error{ErrorCode::YamlSyntax, file, {}, {}, {}} : read.errors.front();
    json::Value service = typed(*read.root);
    if (service["kind"].asString() != "Service" ||
        service["apiVersion"].asString() != "serving.knative.dev/v1")
        return refused(file, "it is no service of serving.knative.dev/v1",
                       "Begin with what `release export` writes.");
    if (service["metadata"]["name"].asString() != name.service)
        return refused(file,
                       "it is about `" + service["metadata"]["name"].asString().substr(0, 80) +
                           "`, not about " + name.service,
                       "Name the service that it is about.");
    if (service["spec"]["template"]["spec"]["containers"].asArray().empty())
        return refused(file, "spec.template.spec.containers is missing", "Name at least one container.");
    json::Object metadata = service["metadata"].asObject();
    metadata.set("namespace", name.project);
    service.object().set("metadata", std::move(metadata));
    service.object().erase("status");
    return service;
}

} // namespace batuta::cloud
