<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>labelwright::ApiCallsCard</name>
    <message numerus="yes">
        <source>Add %n images to “%1”? Every label of them is unknown until somebody answers.</source>
        <translation>
            <numerusform>Add one image to “%1”? Every label of it is unknown until somebody answers.</numerusform>
            <numerusform>Add %n images to “%1”? Every label of them is unknown until somebody answers.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n images came into “%1”; label them in Labeling.</source>
        <translation>
            <numerusform>One image came into “%1”; label it in Labeling.</numerusform>
            <numerusform>%n images came into “%1”; label them in Labeling.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were there already.</source>
        <translation>
            <numerusform>One was there already.</numerusform>
            <numerusform>%n were there already.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>labelwright::DatasetTab</name>
    <message numerus="yes">
        <source>%n images are still being checked and take no part yet.</source>
        <translation>
            <numerusform>%n image is still being checked and takes no part yet.</numerusform>
            <numerusform>%n images are still being checked and take no part yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n images cannot be used; Datasets says why.</source>
        <translation>
            <numerusform>%n image cannot be used; Datasets says why.</numerusform>
            <numerusform>%n images cannot be used; Datasets says why.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>labelwright::DeploymentPage</name>
    <message numerus="yes">
        <source>%n deployments</source>
        <translation>
            <numerusform>%n deployment</numerusform>
            <numerusform>%n deployments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>labelwright::ExperimentView</name>
    <message numerus="yes">
        <source>%n problems to solve</source>
        <translation>
            <numerusform>%n problem to solve</numerusform>
            <numerusform>%n problems to solve</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>labelwright::ExportPanel</name>
    <message numerus="yes">
        <source>Verified: what was written was run on %n images.</source>
        <translation>
            <numerusform>Verified: what was written was run on %n image.</numerusform>
            <numerusform>Verified: what was written was run on %n images.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>labelwright::JobsIndicator</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>labelwright::ModelingWords</name>
    <message numerus="yes">
        <source>%n epochs</source>
        <translation>
            <numerusform>%n epoch</numerusform>
            <numerusform>%n epochs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>labelwright::ScorePanel</name>
    <message numerus="yes">
        <source>%1 of %n labels present</source>
        <translation>
            <numerusform>%1 of %n label present</numerusform>
            <numerusform>%1 of %n labels present</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>labelwright::TargetTab</name>
    <message numerus="yes">
        <source>%1 (%n labels)</source>
        <translation>
            <numerusform>%1 (%n label)</numerusform>
            <numerusform>%1 (%n labels)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>labelwright::TryPanel</name>
    <message numerus="yes">
        <source>Predicted %n images into %1.</source>
        <translation>
            <numerusform>Predicted %n image into %1.</numerusform>
            <numerusform>Predicted %n images into %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them could not be read; the table says why.</source>
        <translation>
            <numerusform>%n of them could not be read; the table says why.</numerusform>
            <numerusform>%n of them could not be read; the table says why.</numerusform>
        </translation>
    </message>
</context>
</TS>
