#pragma once

#include "domain/quote.h"
#include "ui/look.h"

#include <QQuickTextDocument>
#include <QSyntaxHighlighter>
#include <QtQmlIntegration>

#include <vector>

namespace dateline
{

/// Words with what stands around them, to be shown on a card: white space is one space, and of a very long stretch
/// without marks only its ends are left.
struct Excerpt
{
    Q_GADGET
    QML_VALUE_TYPE(excerpt)
    Q_PROPERTY(QString text MEMBER text CONSTANT)

public:
    QString text;
    TextSpan words; ///< In text; what is before and after are their neighbours.
    std::vector<TextSpan> marks; ///< In text: what differs.

    friend bool operator==(const Excerpt &, const Excerpt &) = default;
};

/// The words at @p words of @p text with their neighbours.
///
/// @param marks in units of the words, in order.
[[nodiscard]] Excerpt excerptFrom(QStringView text, TextSpan words, const std::vector<TextSpan> &marks);

/// Sets off the words and the marks in the TextEdit that shows an Excerpt.
class ExcerptMarks : public QSyntaxHighlighter
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QQuickTextDocument *target READ target WRITE setTarget NOTIFY targetChanged REQUIRED)
    Q_PROPERTY(dateline::Excerpt excerpt READ excerpt WRITE setExcerpt NOTIFY targetChanged REQUIRED)
    Q_PROPERTY(dateline::Look *look READ look WRITE setLook NOTIFY targetChanged REQUIRED)

public:
    explicit ExcerptMarks(QObject *parent = nullptr);

    [[nodiscard]] QQuickTextDocument *target() const { return m_target; }
    void setTarget(QQuickTextDocument *target);
    [[nodiscard]] Excerpt excerpt() const { return m_excerpt; }
    void setExcerpt(const Excerpt &excerpt);
    [[nodiscard]] Look *look() const { return m_look; }
    void setLook(Look *look);

Q_SIGNALS:
    void targetChanged();

protected:
    void highlightBlock(const QString &text) override;

private:
    QQuickTextDocument *m_target = nullptr;
    Excerpt m_excerpt;
    Look *m_look = nullptr;
};

} // namespace dateline
