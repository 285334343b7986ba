#include "figure/markup.h"

#include <QUrl>

namespace dateline
{

QString printable(const QString &text)
{
    QString kept;
    kept.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar sign = text[i];
        const bool isPair = sign.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        if (isPair) {
            kept += sign;
            kept += text[++i];
        } else if (sign.isSurrogate() || sign.unicode() >= 0xfffe || (sign < u' ' && sign != u'\n' && sign != u'\t')) {
            kept += QChar::ReplacementCharacter;
        } else {
            kept += sign;
        }
    }
    return kept;
}

bool isWebAddress(const QString &address)
{
    const QUrl url(address, QUrl::StrictMode);
    const QString scheme = url.scheme();
    return url.isValid() && !url.host().isEmpty() && (scheme == u"https" || scheme == u"http");
}

void Markup::start(const char *name, const char *attribute, const QString &value)
{
    start(name);
    this->attribute(attribute, value);
}

void Markup::attribute(const char *name, const QString &value)
{
    m_xml.writeAttribute(QLatin1StringView(name), printable(value));
}

void Markup::element(const char *name, const QString &words)
{
    start(name);
    text(words);
    end();
}

} // namespace dateline
