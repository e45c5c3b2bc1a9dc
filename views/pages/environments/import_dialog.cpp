// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/environments/import_dialog.h"

#include "engine/base/text.h"
#include "views/models/environments/env_mask.h"
#include "views/theme/theme.h"
#include "views/widgets/button.h"
#include "views/widgets/label.h"
#include "views/widgets/pane.h"
#include "views/widgets/words.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QFileDialog>
#include <QHeaderView>
#include <QLineEdit>
#include <QTableWidget>

#include <algorithm>

namespace batuta::views {

ImportDialog::ImportDialog(EnvironmentsModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_path(new QLineEdit(this))
    , m_environment(new QComboBox(this))
    , m_mapping(new QTableWidget(0, 3, this))
{
    build();
    refresh();
}

void ImportDialog::build()
{
    auto *head = new Bar(Bar::Kind::ViewHeader, this);
    head->row()->addWidget(new Label(tr("Import an env file"), TextStyle::Title, Ink::Primary, head), 1);
    auto *source = new QHBoxLayout;
    source->setContentsMargins(14, 10, 14, 10);
    source->setSpacing(8);
    m_path->setPlaceholderText(tr(".env or .yaml"));
    m_path->setAccessibleName(tr("File to import"));
    auto *choose = new Button(tr("Choose"), "folder", Button::Variant::Normal, this);
    for (const std::string &name : m_model.matrix().environments)
        m_environment->addItem(tr("into %1").arg(QString::fromStdString(name)));
    m_environment->setAccessibleName(tr("Environment"));
    source->addWidget(m_path, 1);
    source->addWidget(choose);
    source->addWidget(m_environment);
    m_mapping->setHorizontalHeaderLabels({tr("Key in the file"), tr("Value"), tr("Goes to")});
    m_mapping->verticalHeader()->hide();
    m_mapping->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_mapping->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_mapping->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_mapping->setFrameShape(QFrame::NoFrame);
    m_mapping->setAccessibleName(tr("Where each key goes"));
    auto *foot = new Bar(Bar::Kind::ActionBar, this);
    m_state = new Label(TextStyle::Small, Ink::Secondary, foot);
    m_state->setElide(Qt::ElideRight);
    auto *cancel = new Button(tr("Cancel"), {}, Button::Variant::Normal, foot);
    m_take = new Button(tr("Take as edits"), "download", Button::Variant::Primary, foot);
    foot->row()->addWidget(m_state, 1);
    foot->row()->addWidget(cancel);
    foot->row()->addWidget(m_take);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(head);
    column->addLayout(source);
    auto *mapping = new QHBoxLayout;
    mapping->setContentsMargins(14, 0, 14, 0);
    mapping->addWidget(m_mapping);
    column->addLayout(mapping, 1);
    column->addWidget(foot);
    setFocusProxy(m_path);
    setAccessibleName(tr("Import an env file"));
    connect(choose, &QAbstractButton::clicked, this, &ImportDialog::choose);
    connect(m_path, &QLineEdit::returnPressed, this, [this] { read(m_path->text()); });
    connect(m_environment, &QComboBox::activated, this, &ImportDialog::refresh);
    connect(cancel, &QAbstractButton::clicked, this, &ImportDialog::closeRequested);
    connect(m_take, &QAbstractButton::clicked, this, &ImportDialog::take);
}

void ImportDialog::choose()
{
    auto *dialog =
        new QFileDialog(this, tr("Import an env file"), QString::fromStdString(m_model.workspace()),
                        tr("Env files (.env .env.* *.env *.yaml *.yml)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setFilter(QDir::Files | QDir::Hidden | QDir::AllDirs);
    connect(dialog, &QFileDialog::fileSelected, this, &ImportDialog::read);
    dialog->open();
}

void ImportDialog::read(const QString &path)
{
    m_path->setText(path);
    m_values.clear();
    m_state->clear();
    const std::string file = path.toStdString();
    const Result<std::string> text = readFile(file, env::kEnvFileLimit);
    const auto format = environments::formatOf(file).value_or(environments::EnvFormat::Dotenv);
    const Result<environments::EnvText> read =
        text ? environments::EnvText::read(*text, format, file) : Result<environments::EnvText>(text.error());
    if (!read) {
        present();
        return m_state->setText(errorSentence(read.error()));
    }
    for (const env::Entry &entry : read->entries()) {
        std::erase_if(m_values, [&](const auto &known) { return known.first == entry.key; });
        m_values.emplace_back(entry.key, entry.value);
    }
    std::stable_partition(m_values.begin(), m_values.end(), [this](const auto &value) {
        return m_model.matrix().find(value.first) == nullptr;
    });
    present();
    if (!read->problems().empty())
        m_state->setText(tr("%n line(s) cannot be read and are left out.", nullptr,
                            static_cast<int>(read->problems().size())));
}

QComboBox *ImportDialog::targetOf(int row) const
{
    return qobject_cast<QComboBox *>(m_mapping->cellWidget(row, 2));
}

void ImportDialog::present()
{
    m_mapping->setRowCount(static_cast<int>(m_values.size()));
    for (int row = 0; row < std::ssize(m_values); ++row) {
        const auto &[key, value] = m_values[static_cast<std::size_t>(row)];
        const QString name = QString::fromStdString(key);
        const environments::Row *known = m_model.matrix().find(key);
        const bool isKnown = known != nullptr;
        const std::string shown = known ? shownValue(*known, value) : shownValue(key, value);
        m_mapping->setItem(row, 0,
                           new QTableWidgetItem(isKnown ? name : tr("%1 (not known here)").arg(name)));
        m_mapping->setItem(row, 1, new QTableWidgetItem(QString::fromStdString(shown)));
        for (const int column : {0, 1})
            m_mapping->item(row, column)->setFont(themeOf(this).font(TextStyle::Mono));
        auto *target = new QComboBox(m_mapping);
        target->addItem(isKnown ? name : tr("%1 (new)").arg(name), name);
        target->addItem(tr("leave out"), QString());
        for (const environments::Row &each : m_model.matrix().rows)
            if (!isKnown)
                target->addItem(QString::fromStdString(each.key), QString::fromStdString(each.key));
        target->setAccessibleName(tr("%1 goes to").arg(name));
        connect(target, &QComboBox::activated, this, &ImportDialog::refresh);
        m_mapping->setCellWidget(row, 2, target);
    }
    refresh();
}

void ImportDialog::refresh()
{
    const Result<void> allowed = m_model.mayEdit(static_cast<std::size_t>(m_environment->currentIndex()));
    m_take->setEnabled(!m_values.empty() && allowed.has_value());
    if (!allowed)
        m_state->setText(errorSentence(allowed.error()));
}

void ImportDialog::take()
{
    EnvironmentsModel::Values values;
    for (int row = 0; row < std::ssize(m_values); ++row)
        if (const QString target = targetOf(row)->currentData().toString(); !target.isEmpty())
            values.emplace_back(target.toStdString(), m_values[static_cast<std::size_t>(row)].second);
    const Result<void> done =
        m_model.set(tr("Import"), static_cast<std::size_t>(m_environment->currentIndex()), values);
    if (!done)
        return m_state->setText(errorSentence(done.error()));
    emit told(tr("%n key(s) taken as edits: review and apply.", nullptr, static_cast<int>(values.size())));
    emit closeRequested();
}

} // namespace batuta::views
