#include "core/model/backbone_facts.h"

#include <QProcess>
#include <QStringList>

#include <gtest/gtest.h>

namespace labelwright {

TEST(BackboneFacts, AgreeWithTorchvision)
{
    QProcess probe;
    probe.start("/usr/bin/python3", {"-c", "import torchvision"});
    if (!probe.waitForFinished(120'000) || probe.exitCode() != 0)
        GTEST_SKIP() << "python3-torchvision is not installed";
    QStringList arguments{LABELWRIGHT_SOURCE_DIR "/tests/core/model/torchvision_peer.py"};
    for (const BackboneFacts& facts : allBackbones())
        arguments.append(facts.name);
    QProcess process;
    process.start("/usr/bin/python3", arguments);
    ASSERT_TRUE(process.waitForFinished(300'000));
    const QStringList lines
        = QString::fromUtf8(process.readAllStandardOutput()).split('\n', Qt::SkipEmptyParts);
    ASSERT_EQ(lines.size(), static_cast<qsizetype>(allBackbones().size()))
        << process.readAllStandardError().toStdString();
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const BackboneFacts& facts = allBackbones()[static_cast<std::size_t>(i)];
        EXPECT_EQ(lines.at(i), QStringLiteral("%1 %2 %3 %4")
                                   .arg(facts.name)
                                   .arg(facts.channels)
                                   .arg(facts.parameters)
                                   .arg(facts.multiplyAdds));
    }
}

} // namespace labelwright
