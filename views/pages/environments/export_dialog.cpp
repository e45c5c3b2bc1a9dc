// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/environments/export_dialog.h"

#include "engine/env/secret_reference.h"
#include "engine/environments/convert.h"
#include "engine/environments/service_env.h"
#include "views/models/environments/env_mask.h"
#include "views/widgets/button.h"
#include "views/widgets/choice.h"
#include "views/widgets/code_view.h"
#include "views/widgets/label.h"
#include "views/widgets/pane.h"
#include "views/widgets/words.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QLineEdit>

namespace batuta::views {
namespace {

using environments::EnvFormat;
using environments::EnvText;

const QString kYaml = QStringLiteral("yaml");
const QString kService = QStringLiteral("service");

} // namespace

ExportDialog::ExportDialog(EnvironmentsModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_environment(new QComboBox(this))
    , m_format(new Segmented(this))
    , m_secrets(new QCheckBox(tr("Write the secrets, too"), this))
    , m_really(new QCheckBox(tr("In the clear: whoever reads the file has them"), this))
    , m_preview(new CodeView(this))
    , m_path(new QLineEdit(this))
{
    build();
    refresh();
}

void ExportDialog::build()
{
    auto *head = new Bar(Bar::Kind::ViewHeader, this);
    head->row()->addWidget(new Label(tr("Export an environment"), TextStyle::Title, Ink::Primary, head), 1);
    for (const std::string &name : m_model.matrix().environments)
        m_environment->addItem(QString::fromStdString(name));
    m_environment->setCurrentIndex(static_cast<int>(m_model.reference()));
    m_environment->setAccessibleName(tr("Environment"));
    m_format->add(kYaml, tr("env-vars.yaml (Cloud Run)"));
    m_format->add("env", tr(".env"));
    m_format->add(kService, tr("service.yaml"));
    m_format->setValue(kYaml);
    m_format->setAccessibleName(tr("Format"));
    m_preview->setAccessibleName(tr("What is written, secrets masked"));
    auto *options = new QHBoxLayout;
    options->setContentsMargins(14, 10, 14, 10);
    options->setSpacing(10);
    options->addWidget(m_environment);
    options->addWidget(m_format);
    options->addWidget(m_secrets);
    options->addWidget(m_really);
    options->addStretch(1);
    auto *target = new QHBoxLayout;
    target->setContentsMargins(14, 8, 14, 8);
    target->setSpacing(8);
    m_path->setPlaceholderText(tr("A new file"));
    m_path->setAccessibleName(tr("File to write"));
    auto *choose = new Button(tr("Choose"), "folder", Button::Variant::Normal, this);
    target->addWidget(m_path, 1);
    target->addWidget(choose);
    auto *foot = new Bar(Bar::Kind::ActionBar, this);
    m_state = new Label(TextStyle::Small, Ink::Secondary, foot);
    m_state->setElide(Qt::ElideRight);
    auto *cancel = new Button(tr("Cancel"), {}, Button::Variant::Normal, foot);
    m_write = new Button(tr("Export"), "upload", Button::Variant::Primary, foot);
    foot->row()->addWidget(m_state, 1);
    foot->row()->addWidget(cancel);
    foot->row()->addWidget(m_write);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(head);
    column->addLayout(options);
    column->addWidget(m_preview, 1);
    column->addLayout(target);
    column->addWidget(foot);
    setFocusProxy(m_path);
    setAccessibleName(tr("Export an environment"));
    connect(m_environment, &QComboBox::activated, this, &ExportDialog::refresh);
    connect(m_format, &Segmented::chosen, this, &ExportDialog::refresh);
    connect(m_path, &QLineEdit::textChanged, this, &ExportDialog::refresh);
    connect(m_really, &QCheckBox::toggled, this, &ExportDialog::refresh);
    connect(m_secrets, &QCheckBox::toggled, this, [this] {
        m_really->setChecked(false);
        refresh();
    });
    connect(choose, &QAbstractButton::clicked, this, &ExportDialog::choose);
    connect(cancel, &QAbstractButton::clicked, this, &ExportDialog::closeRequested);
    connect(m_write, &QAbstractButton::clicked, this, &ExportDialog::write);
}

void ExportDialog::choose()
{
    auto *dialog =
        new QFileDialog(this, tr("Export an environment"), QString::fromStdString(m_model.workspace()));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setOption(QFileDialog::DontConfirmOverwrite); // nothing is ever written over
    connect(dialog, &QFileDialog::fileSelected, m_path, &QLineEdit::setText);
    dialog->open();
}

/// What is written of the environment; `leftOut` counts the secrets that are not.
std::vector<std::pair<std::string, std::string>> ExportDialog::variables(bool withSecrets, int *leftOut) const
{
    std::vector<std::pair<std::string, std::string>> out;
    const auto environment = static_cast<std::size_t>(m_environment->currentIndex());
    for (const environments::Row &row : m_model.matrix().rows) {
        const environments::Cell &cell = row.cells[environment];
        if (!cell.isSet)
            continue;
        // What the store has is in no file, and a reference in a file of values would be no value.
        const bool isReference = env::isReference(cell.value) && m_format->value() == kYaml;
        if (cell.isStored || isReference || (!withSecrets && isSecretValue(row, cell.value)))
            ++*leftOut;
        else
            out.emplace_back(row.key, cell.value);
    }
    return out;
}

/// Key by key, without the comments of the files: nobody knows what stands in them.
Result<std::string> ExportDialog::textOf(bool withSecrets, int *leftOut) const
{
    const auto values = variables(withSecrets, leftOut);
    if (m_format->value() == kService)
        return environments::serviceEnv(values).text;
    Result<EnvText> text = EnvText::read("", EnvFormat::Dotenv, "export");
    for (const auto &[key, value] : values) {
        const Result<edit::TextEdits> edits = text->set(key, value);
        if (!edits)
            return edits.error();
        text = EnvText::read(edit::applied(text->text(), *edits), EnvFormat::Dotenv, "export");
        if (!text)
            return text.error();
    }
    if (m_format->value() != kYaml)
        return text->text();
    const Result<environments::Converted> converted = environments::convert(*text, {EnvFormat::Yaml, true});
    if (!converted)
        return converted.error();
    return converted->text;
}

/// With the secrets masked.
std::string ExportDialog::preview(const std::string &text) const
{
    if (m_format->value() != kService)
        return maskedText(text, m_format->value() == kYaml ? EnvFormat::Yaml : EnvFormat::Dotenv,
                          secretKeysOf(m_model.matrix()));
    int leftOut = 0;
    auto values = variables(m_secrets->isChecked(), &leftOut);
    for (auto &[key, value] : values)
        if (const environments::Row *row = m_model.matrix().find(key))
            value = shownValue(*row, value);
    return environments::serviceEnv(values).text;
}

QString ExportDialog::whyNot() const
{
    if (m_path->text().isEmpty())
        return tr("Choose a file");
    if (QFileInfo::exists(m_path->text()))
        return tr("There is a file of this name already");
    if (m_secrets->isChecked() && !m_really->isChecked())
        return tr("Confirm that the secrets are written in the clear");
    return {};
}

void ExportDialog::refresh()
{
    m_really->setVisible(m_secrets->isChecked());
    int leftOut = 0;
    const Result<std::string> text = textOf(m_secrets->isChecked(), &leftOut);
    m_preview->setCode(text ? QString::fromStdString(preview(*text)) : errorSentence(text.error()),
                       CodeView::Language::Shell);
    const QString why = whyNot();
    m_write->setEnabled(text && why.isEmpty());
    const QString left = leftOut > 0 ? tr("%n secret(s) left out.", nullptr, leftOut) : QString();
    m_state->setText(QStringList{left, why}.join(' ').trimmed());
}

void ExportDialog::write()
{
    int leftOut = 0;
    const Result<std::string> text = textOf(m_secrets->isChecked() && m_really->isChecked(), &leftOut);
    if (!text || !whyNot().isEmpty())
        return;
    EnvPlan plan;
    plan.path = plan.shown = m_path->text().toStdString();
    plan.isNew = true;
    plan.after = *text;
    if (const Result<void> written = writePlan(plan); !written)
        return m_state->setText(errorSentence(written.error()));
    emit told(leftOut > 0 ? tr("Exported without %n secret(s).", nullptr, leftOut) : tr("Exported."));
    emit closeRequested();
}

} // namespace batuta::views
