// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// The part of ReleasesPage that compares a configuration with another environment's, and with a file.
#include "engine/env/env_yaml.h"
#include "views/models/releases/config_text.h"
#include "views/pages/releases/config_diff.h"
#include "views/pages/releases/releases_page.h"
#include "views/widgets/label.h"
#include "views/widgets/pane.h"
#include "views/widgets/words.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QSignalBlocker>

#include <algorithm>

namespace batuta::views {
namespace {

const QString kServing = QStringLiteral("serving");
const QString kEnvironment = QStringLiteral("environment:");
const QString kFile = QStringLiteral("file");
const QString kChoose = QStringLiteral("choose");

Result<std::vector<cloud::EnvVar>> keysIn(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly) || file.size() > static_cast<qint64>(env::kEnvFileLimit))
        return Error{ErrorCode::FileUnreadable, name.toStdString(), file.errorString().toStdString(), {}, {}};
    const std::string text = file.readAll().toStdString();
    const bool isYaml = name.endsWith(".yaml") || name.endsWith(".yml");
    const env::Parsed parsed =
        isYaml ? env::parseEnvYaml(text, name.toStdString()) : env::parseDotenv(text, name.toStdString());
    if (!parsed.problems.empty())
        return parsed.problems.front();
    std::vector<cloud::EnvVar> keys;
    for (const env::Entry &entry : parsed.entries)
        keys.push_back({entry.key, entry.value, {}, {}});
    return keys;
}

} // namespace

void ReleasesPage::buildAgainst(Bar &bar)
{
    m_against = new QComboBox(&bar);
    m_against->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    bar.row()->addWidget(m_against);
    connect(m_against, &QComboBox::activated, this, &ReleasesPage::chooseAgainst);
}

void ReleasesPage::presentConfig()
{
    const cloud::Revision *after = m_model->find(m_model->revision());
    const cloud::Revision *before = m_model->compared();
    const auto name = [this](const cloud::Revision *revision) {
        return revision ? QString::fromStdString(shortRevision(revision->name, m_model->serviceName()))
                        : QStringLiteral("–");
    };
    presentAgainst();
    const auto against = after ? sidesAgainst(*after) : std::nullopt;
    if (against)
        m_diff->setTexts(against->first, against->second);
    else
        m_diff->setTexts(before  ? configText(*before)
                         : after ? configText(*after)
                                 : std::string(),
                         after ? configText(*after) : std::string());
    m_configSides->setText(!after    ? QString()
                           : against ? tr("→ %1", "a revision").arg(name(after))
                                     : tr("%1 → %2", "two revisions").arg(name(before), name(after)));
    m_configCount->setText(after ? QStringLiteral("-%1 +%2").arg(m_diff->removed()).arg(m_diff->added())
                                 : QString());
}

/// What serves, the same service elsewhere, and a file of keys.
void ReleasesPage::presentAgainst()
{
    QStringList values{kServing};
    QStringList texts{tr("what serves")};
    for (const auto &[environment, board] : m_model->others()) {
        const bool isThere =
            board && std::any_of(board->services.begin(), board->services.end(), [&](const auto &each) {
                return each.name.service == m_model->serviceName();
            });
        if (isThere) {
            values << kEnvironment + QString::fromStdString(environment);
            texts << environmentWord(environment);
        }
    }
    if (!m_file.isEmpty()) {
        values << kFile;
        texts << QFileInfo(m_file).fileName();
    }
    values << kChoose;
    texts << tr("a file of keys …");
    const QString current = !m_file.isEmpty() ? kFile
                            : m_otherEnvironment.empty()
                                ? kServing
                                : kEnvironment + QString::fromStdString(m_otherEnvironment);
    m_against->setAccessibleName(tr("Compare the configuration"));
    bool isSame = m_against->count() == values.size();
    for (int i = 0; isSame && i < values.size(); ++i)
        isSame = m_against->itemData(i).toString() == values.at(i) && m_against->itemText(i) == texts.at(i);
    const QSignalBlocker quiet(m_against);
    if (!isSame) {
        m_against->clear();
        for (int i = 0; i < values.size(); ++i)
            m_against->addItem(texts.at(i), values.at(i));
    }
    m_against->setCurrentIndex(std::max(0, m_against->findData(current)));
}

void ReleasesPage::chooseAgainst(int at)
{
    const QString value = m_against->itemData(at).toString();
    if (value == kChoose) {
        auto *dialog = new QFileDialog(this, tr("Compare with a file of keys"), {},
                                       tr("Environments (*.env .env* *.yaml *.yml)"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::ExistingFile);
        connect(dialog, &QFileDialog::fileSelected, this, &ReleasesPage::compareWithFile);
        dialog->open();
        return presentAgainst();
    }
    if (value != kFile)
        m_file.clear();
    m_otherEnvironment =
        value.startsWith(kEnvironment) ? value.mid(kEnvironment.size()).toStdString() : std::string();
    presentConfig();
}

void ReleasesPage::compareWithFile(const QString &file)
{
    m_file.clear();
    m_fileKeys.clear();
    if (!file.isEmpty()) {
        Result<std::vector<cloud::EnvVar>> keys = keysIn(file);
        if (!keys)
            emit told(errorSentence(keys.error()));
        else
            m_fileKeys = std::move(*keys);
        m_file = keys ? file : QString();
        m_otherEnvironment.clear();
    }
    presentConfig();
}

/// The texts of both sides; nothing when the revision is compared with the one that serves.
std::optional<std::pair<std::string, std::string>> ReleasesPage::sidesAgainst(const cloud::Revision &after)
{
    if (!m_file.isEmpty()) {
        const FileSides sides = besideFile(after, m_fileKeys);
        return std::pair{configText(sides.file), configText(sides.revision)};
    }
    const auto other = m_model->others().find(m_otherEnvironment);
    if (m_otherEnvironment.empty() || other == m_model->others().end() || !other->second)
        return std::nullopt;
    for (const cloud::Service &service : other->second->services)
        if (service.name.service == m_model->serviceName())
            return std::pair{configText(revisionOf(service)), configText(after)};
    return std::nullopt;
}

} // namespace batuta::views
