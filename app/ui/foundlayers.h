#pragma once

#include "ui/readermodel.h"
#include "ui/readingqueue.h"

#include <QAbstractListModel>
#include <QtQmlIntegration>

#include <array>
#include <bitset>
#include <vector>

namespace dateline
{

/// The legend of what was found in the open document, each kind with a switch, and the words that the keys or the
/// pointer are at, with why they were taken so.
class FoundLayers : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The session has it")
    Q_PROPERTY(bool read READ isRead NOTIFY changed)
    Q_PROPERTY(int focusedRow READ focusedRow NOTIFY focusedChanged)
    Q_PROPERTY(int focusedBegin READ focusedBegin NOTIFY focusedChanged)
    Q_PROPERTY(QString focusedWords READ focusedWords NOTIFY focusedChanged)
    Q_PROPERTY(QString focusedReason READ focusedReason NOTIFY focusedChanged)

public:
    enum Role { FoundRole = Qt::UserRole, NameRole, CountRole, ShownRole };

    /// A part of a finding in one paragraph, in UTF-16 units of it.
    struct Part
    {
        TextSpan span;
        Found found{};
        bool focused = false;
    };

    FoundLayers(ReaderModel *reader, ReadingQueue *reading, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    /// Shows @p findings, in order of the text.
    void setFindings(std::vector<FoundWords> findings, bool read = true);

    /// What is shown in paragraph @p row, longer spans first where they begin together.
    [[nodiscard]] std::vector<Part> partsIn(int row) const;

    [[nodiscard]] bool isRead() const { return m_read; } ///< False while the document is still being read.
    [[nodiscard]] int focusedRow() const;
    [[nodiscard]] int focusedBegin() const; ///< In its paragraph; −1 if nothing is focused.
    [[nodiscard]] QString focusedWords() const;
    [[nodiscard]] QString focusedReason() const;

    /// Reads the document now, after its reading was stopped.
    Q_INVOKABLE void readNow();

    /// Switches the kind in @p row of the legend, which is remembered.
    Q_INVOKABLE void toggle(int row);

    /// Who says @p words: the speaker of the narrowest quote that holds them, or of all quotes that they hold; empty if
    /// nobody is named.
    [[nodiscard]] QString speakerOf(TextSpan words) const;

    /// Goes to the next (@p direction 1) or previous (−1) shown words, at first from paragraph @p from on; false if there
    /// are none.
    Q_INVOKABLE bool step(int direction, int from);
    Q_INVOKABLE void leave(); ///< Focuses nothing.

    /// Why the words at unit @p position of paragraph @p row were taken so; empty if nothing is shown there.
    Q_INVOKABLE [[nodiscard]] QString reasonAt(int row, int position) const;

Q_SIGNALS:
    void changed();
    void focusedChanged();

private:
    void load();
    [[nodiscard]] bool shows(const FoundWords &finding) const
    {
        return !m_hidden[static_cast<std::size_t>(finding.found)];
    }
    [[nodiscard]] std::vector<std::size_t> shownIn(TextSpan stretch) const;
    void setFocused(std::optional<std::size_t> index);

    ReaderModel *m_reader;
    ReadingQueue *m_reading;
    DocumentId m_document{};
    std::vector<FoundWords> m_findings;
    qsizetype m_longest = 0; ///< Span, so that the ones reaching into a stretch are found.
    std::array<int, foundCount> m_counts{};
    std::bitset<foundCount> m_hidden;
    std::optional<std::size_t> m_focused;
    bool m_read = false;
};

} // namespace dateline
