#include "sources/readers/readers.h"

#include <array>

namespace dateline
{

std::span<const Reader> readers()
{
    using namespace Qt::StringLiterals;
    static constexpr std::array all{
        Reader{"html"_L1, readHtml},     Reader{"pdf"_L1, readPdf},   Reader{"docx"_L1, readDocx},
        Reader{"odt"_L1, readOdt},       Reader{"mail"_L1, readMail}, Reader{"mhtml"_L1, readMhtml},
        Reader{"warc"_L1, readWarc},     Reader{"wacz"_L1, readWacz}, Reader{"telegram"_L1, readTelegram},
        Reader{"tweets"_L1, readTweets},
    };
    return all;
}

} // namespace dateline
