// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/releases/deploy_keys.h"
#include "views/pages/releases/deploy_words.h"

#include "engine/env/env_yaml.h"
#include "engine/json/redact.h"
#include "views/pages/releases/deploy_words.h"
#include "views/pages/releases/key_table.h"
#include "views/widgets/button.h"
#include "views/widgets/choice.h"
#include "views/widgets/words.h"

#include <QCheckBox>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>

namespace batuta::views {
namespace {

const QString kPlain = QStringLiteral("value");
const QString kSecret = QStringLiteral("secret");

QString countsText(const std::vector<DeployKey> &keys)
{
    std::array<int, 4> counts{};
    for (const DeployKey &key : keys)
        ++counts[static_cast<std::size_t>(key.state())];
    return DeployKeys::tr("%1 added, %2 changed, %3 removed, %4 unchanged")
        .arg(counts[1])
        .arg(counts[2])
        .arg(counts[3])
        .arg(counts[0]);
}

/// Whether there is something that it was before.
bool comesBack(const DeployKey &key)
{
    return key.isTouched() && (key.base || key.now);
}

} // namespace

DeployKeys::DeployKeys(DeployPlan &plan, QWidget *parent)
    : DeployPane(plan, tr("Environment keys"), tr("What the container finds in its environment."), parent)
    , m_rows(new KeyRows(this))
    , m_table(new KeyTable(*m_rows, this))
{
    buildHead();
    m_table->setAccessibleName(tr("Environment keys"));
    rows().addWidget(m_table, 1);
    buildEditor();
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) { showKey(current.row()); });
}

void DeployKeys::buildHead()
{
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    m_filter = new QLineEdit(this);
    m_filter->setPlaceholderText(tr("Find a key"));
    m_filter->setAccessibleName(m_filter->placeholderText());
    m_filter->setClearButtonEnabled(true);
    m_only = new QCheckBox(tr("Only changes"), this);
    m_counts = new Label(TextStyle::Small, Ink::Secondary, this);
    auto *merge = new Button(tr("Merge a file"), "upload", Button::Variant::Normal, this);
    merge->setToolTip(tr("Keys of a .env file or of an env-vars.yaml; those that it does not have stay"));
    line->addWidget(m_filter);
    line->addWidget(m_only);
    line->addWidget(m_counts, 1);
    line->addWidget(merge);
    rows().addLayout(line);
    connect(m_filter, &QLineEdit::textChanged, this, &DeployKeys::present);
    connect(m_only, &QCheckBox::toggled, this, &DeployKeys::present);
    connect(merge, &QAbstractButton::clicked, this, &DeployKeys::chooseFile);
}

void DeployKeys::buildEditor()
{
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    const QFont mono = themeOf(this).font(TextStyle::Mono);
    for (QLineEdit **field : {&m_name, &m_value, &m_version}) {
        *field = new QLineEdit(this);
        (*field)->setFont(mono);
        (*field)->setMaxLength(32'768);
    }
    m_name->setPlaceholderText(tr("KEY"));
    m_name->setAccessibleName(tr("Name of the key"));
    m_value->setAccessibleName(tr("Value"));
    m_version->setPlaceholderText(QStringLiteral("latest"));
    m_version->setAccessibleName(tr("Version of the secret"));
    m_kind = new Segmented(this);
    m_kind->add(kPlain, tr("Value"));
    m_kind->add(kSecret, tr("Secret"));
    m_kind->setValue(kPlain);
    m_kind->setAccessibleName(tr("What it is"));
    m_set = new Button(tr("Set"), "check", Button::Variant::Normal, this);
    m_remove = new Button(tr("Remove"), "trash", Button::Variant::Normal, this);
    line->addWidget(m_name, 2);
    line->addWidget(m_kind);
    line->addWidget(m_value, 3);
    line->addWidget(m_version, 1);
    line->addWidget(m_set);
    line->addWidget(m_remove);
    rows().addLayout(line);
    m_note = new Label(TextStyle::Small, Ink::Secondary, this);
    m_note->setWordWrap(true);
    rows().addWidget(m_note);
    for (QLineEdit *field : {m_name, m_value, m_version})
        connect(field, &QLineEdit::textEdited, this, &DeployKeys::presentEditor);
    connect(m_kind, &Segmented::chosen, this, &DeployKeys::presentEditor);
    connect(m_value, &QLineEdit::returnPressed, this, &DeployKeys::set);
    connect(m_set, &QAbstractButton::clicked, this, &DeployKeys::set);
    connect(m_remove, &QAbstractButton::clicked, this, &DeployKeys::toggleRemoved);
}

void DeployKeys::showKey(int row)
{
    const DeployKey *key = m_rows->at(row);
    if (key == nullptr)
        return;
    const cloud::EnvVar now = key->after() ? *key->after() : key->now ? *key->now : cloud::EnvVar();
    const bool isHidden = !now.isSecret() && json::isSecretName(key->name);
    m_name->setText(QString::fromStdString(key->name));
    m_kind->setValue(now.isSecret() ? kSecret : kPlain);
    m_value->setText(isHidden ? QString() : QString::fromStdString(now.isSecret() ? now.secret : now.value));
    m_version->setText(QString::fromStdString(now.secretVersion));
    presentEditor();
}

void DeployKeys::chooseFile()
{
    auto *dialog =
        new QFileDialog(this, tr("Merge a file"), {}, tr("Environments (*.env .env* *.yaml *.yml)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &DeployKeys::mergeFile);
    dialog->open();
}

void DeployKeys::mergeFile(const QString &file)
{
    QFile source(file);
    m_problem.clear();
    if (!source.open(QIODevice::ReadOnly) || source.size() > static_cast<qint64>(env::kEnvFileLimit)) {
        m_problem = tr("%1 cannot be read.").arg(file);
        return presentEditor();
    }
    const std::string text = source.readAll().toStdString();
    const bool isYaml = file.endsWith(".yaml") || file.endsWith(".yml");
    const env::Parsed parsed =
        isYaml ? env::parseEnvYaml(text, file.toStdString()) : env::parseDotenv(text, file.toStdString());
    if (!parsed.problems.empty()) {
        m_problem = errorSentence(parsed.problems.front());
        return presentEditor();
    }
    m_plan.edit([&](DeployDraft &draft) {
        for (const env::Entry &entry : parsed.entries)
            draft.setKey({entry.key, entry.value, {}, {}});
    });
}

void DeployKeys::set()
{
    if (!m_set->isEnabled())
        return;
    const std::string name = m_name->text().trimmed().toStdString();
    const bool isSecret = m_kind->value() == kSecret;
    cloud::EnvVar wished{name, {}, {}, {}};
    if (isSecret) {
        wished.secret = m_value->text().trimmed().toStdString();
        wished.secretVersion = m_version->text().trimmed().toStdString();
        wished.secretVersion = wished.secretVersion.empty() ? "latest" : wished.secretVersion;
    } else {
        wished.value = m_value->text().toStdString();
    }
    m_problem.clear();
    m_plan.edit([&](DeployDraft &draft) { draft.setKey(wished); });
    if (const int row = m_rows->rowOf(name); row >= 0)
        m_table->setCurrentIndex(m_rows->index(row, 0));
}

/// A key that was removed or changed comes back as it was.
void DeployKeys::toggleRemoved()
{
    const std::string name = m_name->text().trimmed().toStdString();
    const DeployKey *key = m_rows->at(m_rows->rowOf(name));
    if (key == nullptr)
        return;
    const bool isBack = comesBack(*key);
    m_plan.edit([&](DeployDraft &draft) { isBack ? draft.restoreKey(name) : draft.removeKey(name); });
}

void DeployKeys::present()
{
    const std::string current = m_name->text().trimmed().toStdString();
    m_rows->setKeys(draft().keys, m_only->isChecked(), m_filter->text());
    if (const int row = m_rows->rowOf(current); row >= 0) {
        const QSignalBlocker quiet(m_table->selectionModel());
        m_table->setCurrentIndex(m_rows->index(row, 0));
    }
    m_counts->setText(countsText(draft().keys));
    presentEditor();
}

void DeployKeys::presentEditor()
{
    const bool isSecret = m_kind->value() == kSecret;
    const std::string name = m_name->text().trimmed().toStdString();
    m_version->setVisible(isSecret);
    m_value->setPlaceholderText(isSecret ? tr("Name in Secret Manager") : tr("Value"));
    const bool isHidden = !isSecret && json::isSecretName(name);
    m_value->setEchoMode(isHidden ? QLineEdit::Password : QLineEdit::Normal);
    m_set->setEnabled(!name.empty() && (!isSecret || !m_value->text().trimmed().isEmpty()));
    const DeployKey *key = m_rows->at(m_rows->rowOf(name));
    const bool isBack = key != nullptr && comesBack(*key);
    m_remove->setEnabled(key != nullptr && (key->isTouched() || key->base));
    m_remove->setText(isBack ? tr("As it was") : tr("Remove"));
    m_remove->setIconName(isBack ? "undo" : "trash");
    QString note = m_problem;
    for (const releases::Finding &one : m_plan.findings())
        if (note.isEmpty() && stepOf(one.code) == DeployPlan::Step::Keys)
            note = findingWhole(one);
    m_note->setInk(note.isEmpty() ? Ink::Secondary : Ink::Critical);
    if (note.isEmpty() && isHidden)
        note = tr(
            "A secret as a value can be read by whoever may look at the service; Secret Manager keeps it.");
    m_note->setText(note);
}

} // namespace batuta::views
