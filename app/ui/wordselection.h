#pragma once

#include "ui/readermodel.h"

#include <QObject>
#include <QtQmlIntegration>

namespace dateline
{

/// The words that a person selects in the reader, by pointer or keys, over as many paragraphs as they like.
class WordSelection : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The session has it")
    Q_PROPERTY(bool present READ isPresent NOTIFY changed)
    Q_PROPERTY(int caretRow READ caretRow NOTIFY changed)
    Q_PROPERTY(QString words READ words NOTIFY changed)

public:
    /// What a key moves the caret by.
    enum Step { Letter, Word, Sentence, Paragraph };
    Q_ENUM(Step)

    explicit WordSelection(ReaderModel *reader, QObject *parent = nullptr);

    [[nodiscard]] bool isPresent() const { return m_anchor != m_caret; } ///< At least one letter is selected.
    [[nodiscard]] int caretRow() const; ///< −1 if there is no caret yet.
    [[nodiscard]] TextSpan span() const; ///< In the document, without white space at its ends.
    [[nodiscard]] QString words() const;

    /// Puts the caret at unit @p position of paragraph @p row; nothing is selected then.
    Q_INVOKABLE void begin(int row, int position);
    Q_INVOKABLE void extend(int row, int position);
    Q_INVOKABLE void takeWord(int row, int position);
    Q_INVOKABLE void clear();

    /// Moves the caret on (@p direction 1) or back (−1); @p select: what lies between is selected.
    Q_INVOKABLE void move(dateline::WordSelection::Step step, int direction, bool select);

    /// The part of the selection in paragraph @p row, in units of it; equal if there is none.
    Q_INVOKABLE [[nodiscard]] int beginIn(int row) const;
    Q_INVOKABLE [[nodiscard]] int endIn(int row) const;
    Q_INVOKABLE [[nodiscard]] int caretIn(int row) const; ///< −1 if the caret is elsewhere.

Q_SIGNALS:
    void changed();

private:
    void set(qsizetype anchor, qsizetype caret);
    [[nodiscard]] qsizetype positionOf(int row, int position) const;
    [[nodiscard]] TextSpan partIn(int row) const;

    ReaderModel *m_reader;
    DocumentId m_document{};
    qsizetype m_anchor = -1; ///< In UTF-16 units of the document; −1: none.
    qsizetype m_caret = -1;
};

} // namespace dateline
