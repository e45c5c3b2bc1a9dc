<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pt_BR" sourcelanguage="en">
<context>
    <name>Ago</name>
    <message numerus="yes">
        <source>%n s ago</source>
        <translation>
            <numerusform>há %n s</numerusform>
            <numerusform>há %n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>há %n min</numerusform>
            <numerusform>há %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>há %n h</numerusform>
            <numerusform>há %n h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>há %n dia</numerusform>
            <numerusform>há %n dias</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AlertHistoryModel</name>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>Alerta</translation>
    </message>
    <message>
        <source>What</source>
        <translation>O quê</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Detalhe</translation>
    </message>
</context>
<context>
    <name>AlertsModel</name>
    <message>
        <source>%1, muted until %2</source>
        <translation>%1, silenciado até %2</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>Alerta</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regra</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Amostra</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>Told to</source>
        <translation>Avisados</translation>
    </message>
</context>
<context>
    <name>AlertsPane</name>
    <message>
        <source>What happened</source>
        <translation>O que aconteceu</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>Reconhecer</translation>
    </message>
    <message>
        <source>Alert rules</source>
        <translation>Regras de alerta</translation>
    </message>
    <message>
        <source>What alerts did</source>
        <translation>O que os alertas fizeram</translation>
    </message>
    <message>
        <source>The alerts could not be read.</source>
        <translation>Não foi possível ler os alertas.</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s) in metrics.yaml.</source>
        <translation>
            <numerusform>%n problema em metrics.yaml.</numerusform>
            <numerusform>%n problemas em metrics.yaml.</numerusform>
        </translation>
    </message>
    <message>
        <source>No alert rules yet. They stand under alerts in %1.</source>
        <translation>Ainda não há regras de alerta. Elas ficam sob alerts em %1.</translation>
    </message>
    <message>
        <source>Select an alert first</source>
        <translation>Selecione um alerta primeiro</translation>
    </message>
    <message>
        <source>It does not fire</source>
        <translation>Ele não está disparado</translation>
    </message>
    <message>
        <source>%1 has acknowledged it</source>
        <translation>%1 já o reconheceu</translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation>Reativar</translation>
    </message>
    <message>
        <source>Mute for an hour</source>
        <translation>Silenciar por uma hora</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>Reconhecido</translation>
    </message>
    <message>
        <source>No longer muted</source>
        <translation>Não está mais silenciado</translation>
    </message>
    <message>
        <source>Muted for an hour</source>
        <translation>Silenciado por uma hora</translation>
    </message>
</context>
<context>
    <name>AnswerDialog</name>
    <message>
        <source>Approve %1</source>
        <translation>Aprovar %1</translation>
    </message>
    <message>
        <source>Reject %1</source>
        <translation>Rejeitar %1</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Comentário</translation>
    </message>
    <message>
        <source>Why; it is kept with the decision</source>
        <translation>Por quê; fica guardado com a decisão</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Aprovar</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Rejeitar</translation>
    </message>
</context>
<context>
    <name>AskPane</name>
    <message>
        <source>This step waits for an approval.</source>
        <translation>Esta etapa aguarda uma aprovação.</translation>
    </message>
    <message>
        <source>It takes the role %1.</source>
        <translation>É preciso o papel %1.</translation>
    </message>
    <message>
        <source>It expires at %1.</source>
        <translation>Expira em %1.</translation>
    </message>
    <message>
        <source>Approve…</source>
        <translation>Aprovar…</translation>
    </message>
    <message>
        <source>Reject…</source>
        <translation>Rejeitar…</translation>
    </message>
</context>
<context>
    <name>AskPanel</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>AtEndLine</name>
    <message>
        <source>Always at the end</source>
        <translation>Sempre ao final</translation>
    </message>
    <message>
        <source>Runs after all others, whatever happened to them.</source>
        <translation>É executada depois de todas as outras, aconteça o que acontecer com elas.</translation>
    </message>
    <message>
        <source>Move the step to the end</source>
        <translation>Mover a etapa para o final</translation>
    </message>
    <message>
        <source>Move the step among the others</source>
        <translation>Mover a etapa para junto das outras</translation>
    </message>
</context>
<context>
    <name>AttemptModel</name>
    <message>
        <source>Start</source>
        <translation>Início</translation>
    </message>
    <message>
        <source>Waited</source>
        <translation>Espera</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Duração</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
</context>
<context>
    <name>AttemptTable</name>
    <message>
        <source>Attempts</source>
        <translation>Tentativas</translation>
    </message>
</context>
<context>
    <name>BackupsDialog</name>
    <message numerus="yes">
        <source>%n service(s) saved in %1</source>
        <translation>
            <numerusform>%n serviço guardado em %1</numerusform>
            <numerusform>%n serviços guardados em %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Backups of the services</source>
        <translation>Backups dos serviços</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Fazer backup agora</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
    <message>
        <source>Esc</source>
        <comment>the key</comment>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurar</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Backups</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Serviço</translation>
    </message>
    <message>
        <source>now → in the backup</source>
        <translation>agora → no backup</translation>
    </message>
    <message>
        <source>All services</source>
        <translation>Todos os serviços</translation>
    </message>
    <message>
        <source>Reason, kept in the audit trail</source>
        <translation>Motivo, guardado na trilha de auditoria</translation>
    </message>
    <message>
        <source>It is under way.</source>
        <translation>Está em andamento.</translation>
    </message>
    <message>
        <source>Choose a backup.</source>
        <translation>Escolha um backup.</translation>
    </message>
    <message>
        <source>It is being compared.</source>
        <translation>Está sendo comparado.</translation>
    </message>
    <message>
        <source>It cannot be compared.</source>
        <translation>Não pode ser comparado.</translation>
    </message>
    <message>
        <source>Nothing would change.</source>
        <translation>Nada mudaria.</translation>
    </message>
    <message numerus="yes">
        <source>The reason needs %n more character(s).</source>
        <translation>
            <numerusform>O motivo precisa de mais %n caractere.</numerusform>
            <numerusform>O motivo precisa de mais %n caracteres.</numerusform>
        </translation>
    </message>
    <message>
        <source>Type %1 to confirm</source>
        <translation>Digite %1 para confirmar</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>danificado</translation>
    </message>
    <message numerus="yes">
        <source>%n service(s)</source>
        <translation>
            <numerusform>%n serviço</numerusform>
            <numerusform>%n serviços</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no backup yet. One is a folder with every service as YAML, and its checksums, below %1.</source>
        <translation>Ainda não há backup. Cada um é uma pasta com todos os serviços em YAML e suas somas de verificação, em %1.</translation>
    </message>
    <message>
        <source>Restore all</source>
        <translation>Restaurar todos</translation>
    </message>
    <message>
        <source>Enter does not confirm here.</source>
        <translation>Enter não confirma aqui.</translation>
    </message>
    <message>
        <source>%1 was not restored: %2</source>
        <translation>%1 não foi restaurado: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n service(s) restored; Cloud Run makes their revisions.</source>
        <translation>
            <numerusform>%n serviço restaurado; o Cloud Run cria sua revisão.</numerusform>
            <numerusform>%n serviços restaurados; o Cloud Run cria suas revisões.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BoardGrid</name>
    <message>
        <source>Arrange panels</source>
        <translation>Organizar painéis</translation>
    </message>
</context>
<context>
    <name>CancelDialog</name>
    <message>
        <source>Let it run</source>
        <translation>Deixar rodar</translation>
    </message>
    <message>
        <source>Cancel this run of %1?</source>
        <translation>Cancelar esta execução de %1?</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) under way will be asked to stop, and no other one will start.</source>
        <translation>
            <numerusform>%n etapa em andamento receberá o pedido de parar, e nenhuma outra começará.</numerusform>
            <numerusform>%n etapas em andamento receberão o pedido de parar, e nenhuma outra começará.</numerusform>
        </translation>
    </message>
    <message>
        <source>What a called function has already done stays done.</source>
        <translation>O que uma função chamada já fez continua feito.</translation>
    </message>
    <message>
        <source>Ask it to cancel</source>
        <translation>Pedir para cancelar</translation>
    </message>
</context>
<context>
    <name>CancelPanel</name>
    <message>
        <source>Cancel run %1?</source>
        <translation>Cancelar a execução %1?</translation>
    </message>
    <message>
        <source>%1 has been running for %2. Steps that run now are told to stop and those that wait do not start. What steps have already done stays done.</source>
        <translation>%1 está em execução há %2. As etapas em execução recebem o pedido de parar, e as que aguardam não começam. O que as etapas já fizeram continua feito.</translation>
    </message>
    <message>
        <source>Keep it running</source>
        <translation>Deixar rodar</translation>
    </message>
    <message>
        <source>Cancel the run</source>
        <translation>Cancelar a execução</translation>
    </message>
</context>
<context>
    <name>CanvasEdits</name>
    <message>
        <source>Line %1 keeps the flow from being read</source>
        <translation>A linha %1 impede que o fluxo seja lido</translation>
    </message>
    <message>
        <source>No step is selected</source>
        <translation>Nenhuma etapa está selecionada</translation>
    </message>
    <message numerus="yes">
        <source>Select %n or more steps</source>
        <translation>
            <numerusform>Selecione %n ou mais etapas</numerusform>
            <numerusform>Selecione %n ou mais etapas</numerusform>
        </translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>Adicionar %1</translation>
    </message>
    <message>
        <source>Insert %1</source>
        <translation>Inserir %1</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n step(s)</source>
        <translation>
            <numerusform>Excluir %n etapa</numerusform>
            <numerusform>Excluir %n etapas</numerusform>
        </translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>Desconectar</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Conectar</translation>
    </message>
    <message>
        <source>Reconnect</source>
        <translation>Reconectar</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplicar</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Colar</translation>
    </message>
    <message>
        <source>Edit label</source>
        <translation>Editar o rótulo</translation>
    </message>
    <message>
        <source>Ungroup</source>
        <translation>Desagrupar</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Agrupar</translation>
    </message>
    <message>
        <source>Auto layout</source>
        <translation>Layout automático</translation>
    </message>
</context>
<context>
    <name>CanvasSearch</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>Find a step</source>
        <translation>Procurar uma etapa</translation>
    </message>
    <message>
        <source>Find a step by its id or title</source>
        <translation>Procura uma etapa pelo id ou pelo título</translation>
    </message>
</context>
<context>
    <name>CapsuleControl</name>
    <message>
        <source>Capsule</source>
        <translation>Cápsula</translation>
    </message>
</context>
<context>
    <name>CapsulePanel</name>
    <message>
        <source>The key of this workspace signed it, and no byte was changed since.</source>
        <translation>A chave deste espaço de trabalho a assinou, e nenhum byte mudou desde então.</translation>
    </message>
    <message>
        <source>No byte was changed since this key signed it. Anybody can make a key: compare its fingerprint with the one that the sender tells you.</source>
        <translation>Nenhum byte mudou desde que esta chave a assinou. Qualquer pessoa pode criar uma chave: compare a impressão digital com a que o remetente informar.</translation>
    </message>
    <message>
        <source>made by %1 on %2</source>
        <translation>feita por %1 em %2</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n execução</numerusform>
            <numerusform>%n execuções</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) of the environment, without their values</source>
        <translation>
            <numerusform>%n chave do ambiente, sem o valor</numerusform>
            <numerusform>%n chaves do ambiente, sem os valores</numerusform>
        </translation>
    </message>
    <message>
        <source>Signed by this key</source>
        <translation>Assinada por esta chave</translation>
    </message>
    <message>
        <source>This file was not opened</source>
        <translation>Este arquivo não foi aberto</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
</context>
<context>
    <name>CapsuleStrip</name>
    <message>
        <source>Capsule, read only</source>
        <translation>Cápsula, somente leitura</translation>
    </message>
    <message>
        <source>%1, made by %2 on %3</source>
        <translation>%1, feita por %2 em %3</translation>
    </message>
    <message>
        <source>unchanged, signed by this workspace</source>
        <translation>inalterada, assinada por este espaço de trabalho</translation>
    </message>
    <message>
        <source>unchanged, signed by key %1</source>
        <translation>inalterada, assinada pela chave %1</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Assinatura</translation>
    </message>
</context>
<context>
    <name>ChangeLines</name>
    <message>
        <source>What changes</source>
        <translation>O que muda</translation>
    </message>
</context>
<context>
    <name>ChangeList</name>
    <message>
        <source>What</source>
        <translation>O quê</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Depois</translation>
    </message>
    <message>
        <source>Differences, step by step</source>
        <translation>Diferenças, etapa por etapa</translation>
    </message>
    <message>
        <source>the flow itself</source>
        <translation>o próprio fluxo</translation>
    </message>
    <message>
        <source>the order of steps</source>
        <translation>a ordem das etapas</translation>
    </message>
    <message>
        <source>%1 %2 %3</source>
        <comment>sign, word, name</comment>
        <translation>%1 %2 %3</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>a connection</comment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>sign, field</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>CheckList</name>
    <message>
        <source>%1 is not there any more</source>
        <translation>%1 não existe mais</translation>
    </message>
    <message>
        <source>cannot be looked up</source>
        <translation>não pode ser consultado</translation>
    </message>
    <message>
        <source>cannot be looked up: %1</source>
        <translation>não pode ser consultado: %1</translation>
    </message>
    <message>
        <source>nothing to compare with</source>
        <translation>nada com que comparar</translation>
    </message>
    <message numerus="yes">
        <source>%n key(s), the same as now</source>
        <translation>
            <numerusform>%n chave, igual a agora</numerusform>
            <numerusform>%n chaves, iguais a agora</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) differ from now: %1</source>
        <translation>
            <numerusform>%n chave difere de agora: %1</numerusform>
            <numerusform>%n chaves diferem de agora: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Target image in registry</source>
        <translation>Imagem de destino no registro</translation>
    </message>
    <message>
        <source>Target revision ready</source>
        <translation>Revisão de destino pronta</translation>
    </message>
    <message>
        <source>Target instances</source>
        <translation>Instâncias de destino</translation>
    </message>
    <message>
        <source>Environment keys of %1</source>
        <translation>Chaves de ambiente de %1</translation>
    </message>
    <message>
        <source>Its last day</source>
        <translation>O último dia dela</translation>
    </message>
    <message>
        <source>The cloud would take it</source>
        <translation>A nuvem aceitaria</translation>
    </message>
    <message>
        <source>is being looked up</source>
        <translation>sendo consultado</translation>
    </message>
    <message>
        <source>it started, and its probes pass</source>
        <translation>iniciou, e as sondas passam</translation>
    </message>
    <message>
        <source>it is not ready</source>
        <translation>não está pronta</translation>
    </message>
    <message>
        <source>no figures</source>
        <translation>sem números</translation>
    </message>
    <message numerus="yes">
        <source>%n instance(s) run, no cold start</source>
        <translation>
            <numerusform>%n instância em execução, sem partida a frio</numerusform>
            <numerusform>%n instâncias em execução, sem partida a frio</numerusform>
        </translation>
    </message>
    <message>
        <source>none runs: the first requests wait for a start</source>
        <translation>nenhuma em execução: as primeiras requisições esperam a partida</translation>
    </message>
    <message>
        <source>too few requests to tell</source>
        <translation>requisições de menos para dizer</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln request(s) failed</source>
        <translation>
            <numerusform>%1 de %Ln requisição falhou</numerusform>
            <numerusform>%1 de %Ln requisições falharam</numerusform>
        </translation>
    </message>
    <message>
        <source>checked without changing anything</source>
        <translation>verificado sem mudar nada</translation>
    </message>
    <message>
        <source>this engine cannot ask</source>
        <translation>este motor não consegue perguntar</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what was checked and what was found</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Preflight</source>
        <translation>Verificação prévia</translation>
    </message>
</context>
<context>
    <name>ChipRow</name>
    <message>
        <source>The same in every line: %1</source>
        <translation>Igual em todas as linhas: %1</translation>
    </message>
</context>
<context>
    <name>ChipsBox</name>
    <message>
        <source>Add</source>
        <translation>Adicionar</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Remover %1</translation>
    </message>
</context>
<context>
    <name>ChoiceBox</name>
    <message>
        <source>Not set</source>
        <translation>Não definido</translation>
    </message>
    <message>
        <source>Not set: %1</source>
        <translation>Não definido: %1</translation>
    </message>
</context>
<context>
    <name>ChoiceEditor</name>
    <message>
        <source>Not set</source>
        <translation>Não definido</translation>
    </message>
</context>
<context>
    <name>CloseDialog</name>
    <message numerus="yes">
        <source>%n run(s) still going</source>
        <translation>
            <numerusform>%n execução em andamento</numerusform>
            <numerusform>%n execuções em andamento</numerusform>
        </translation>
    </message>
    <message>
        <source>The window closes when the last one has ended and is recorded. New runs are not started.</source>
        <translation>A janela fecha quando a última terminar e estiver registrada. Novas execuções não são iniciadas.</translation>
    </message>
    <message>
        <source>They run inside this window. Let them finish, or cancel them: either way their end is recorded before the window closes.</source>
        <translation>Elas rodam dentro desta janela. Deixe que terminem ou cancele: de um jeito ou de outro, o fim é registrado antes de a janela fechar.</translation>
    </message>
    <message>
        <source>Keep the window open</source>
        <translation>Manter a janela aberta</translation>
    </message>
    <message>
        <source>Cancel them and close</source>
        <translation>Cancelar e fechar</translation>
    </message>
    <message>
        <source>Finish, then close</source>
        <translation>Terminar e fechar</translation>
    </message>
</context>
<context>
    <name>CloudStrip</name>
    <message>
        <source>every entry</source>
        <translation>todas as entradas</translation>
    </message>
    <message>
        <source>What Cloud Logging is asked for:
%1</source>
        <translation>O que se pede ao Cloud Logging:
%1</translation>
    </message>
    <message>
        <source>looked for only here: %1</source>
        <translation>procurado só aqui: %1</translation>
    </message>
    <message>
        <source>Cloud Logging has no words for %1: it is looked for among the entries that were brought over.</source>
        <translation>O Cloud Logging não tem palavras para %1: procura-se entre as entradas que foram trazidas.</translation>
    </message>
    <message>
        <source>Bringing…</source>
        <translation>Trazendo…</translation>
    </message>
    <message>
        <source>Older</source>
        <translation>Mais antigas</translation>
    </message>
    <message>
        <source>Bring older entries over</source>
        <translation>Trazer entradas mais antigas</translation>
    </message>
</context>
<context>
    <name>CodeView</name>
    <message>
        <source>… %1 characters more are not shown.</source>
        <translation>… mais %1 caracteres não são mostrados.</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>move</source>
        <translation>mover</translation>
    </message>
    <message>
        <source>open</source>
        <translation>abrir</translation>
    </message>
    <message>
        <source>command</source>
        <translation>comando</translation>
    </message>
    <message>
        <source>user</source>
        <translation>usuário</translation>
    </message>
    <message>
        <source>correlation</source>
        <translation>correlação</translation>
    </message>
    <message>
        <source>flow</source>
        <translation>fluxo</translation>
    </message>
    <message>
        <source>Search, paste an ID, or run a command</source>
        <translation>Busque, cole um ID ou execute um comando</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Resultados</translation>
    </message>
    <message>
        <source>Search and commands</source>
        <translation>Busca e comandos</translation>
    </message>
    <message>
        <source>Nothing fits</source>
        <translation>Nada corresponde</translation>
    </message>
    <message>
        <source>narrow</source>
        <translation>refinar</translation>
    </message>
    <message>
        <source>found in %1 ms</source>
        <translation>encontrado em %1 ms</translation>
    </message>
    <message>
        <source>key</source>
        <translation>chave</translation>
    </message>
</context>
<context>
    <name>CompareDialog</name>
    <message>
        <source>Compare</source>
        <translation>Comparar</translation>
    </message>
    <message>
        <source>Compare versions of %1</source>
        <translation>Comparar versões de %1</translation>
    </message>
    <message>
        <source>from</source>
        <translation>de</translation>
    </message>
    <message>
        <source>to</source>
        <translation>com</translation>
    </message>
    <message>
        <source>Compare from</source>
        <translation>Comparar de</translation>
    </message>
    <message>
        <source>Compare to</source>
        <translation>Comparar com</translation>
    </message>
    <message>
        <source>Swap the sides</source>
        <translation>Trocar os lados</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>Grafo</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Show the differences as</source>
        <translation>Mostrar as diferenças como</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Anterior</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Próxima</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Rascunho</translation>
    </message>
    <message>
        <source>File on disk</source>
        <translation>Arquivo no disco</translation>
    </message>
    <message>
        <source>What runs now</source>
        <translation>O que está em uso</translation>
    </message>
    <message>
        <source>Only the lines can be compared</source>
        <translation>Só as linhas podem ser comparadas</translation>
    </message>
    <message>
        <source>%1. %2.</source>
        <translation>%1. %2.</translation>
    </message>
    <message>
        <source>No differences</source>
        <translation>Sem diferenças</translation>
    </message>
    <message>
        <source>Difference %1 of %2</source>
        <translation>Diferença %1 de %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>CompareModel</name>
    <message>
        <source>only in B</source>
        <translation>só em B</translation>
    </message>
    <message>
        <source>only in A</source>
        <translation>só em A</translation>
    </message>
    <message>
        <source>not run</source>
        <translation>não executada</translation>
    </message>
    <message>
        <source>ran only in B</source>
        <translation>executada só em B</translation>
    </message>
    <message>
        <source>ran only in A</source>
        <translation>executada só em A</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Etapa</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Diferença</translation>
    </message>
    <message>
        <source>Calls A / B</source>
        <translation>Chamadas A / B</translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <source>Two runs are needed.</source>
        <translation>São necessárias duas execuções.</translation>
    </message>
    <message>
        <source>Next difference</source>
        <translation>Próxima diferença</translation>
    </message>
    <message>
        <source>Previous difference</source>
        <translation>Diferença anterior</translation>
    </message>
    <message>
        <source>Swap A and B</source>
        <translation>Trocar A e B</translation>
    </message>
    <message>
        <source>Open run A</source>
        <translation>Abrir a execução A</translation>
    </message>
    <message>
        <source>Open run B</source>
        <translation>Abrir a execução B</translation>
    </message>
    <message>
        <source>Align at the start or at the step</source>
        <translation>Alinhar no início ou na etapa</translation>
    </message>
    <message>
        <source>Copy summary</source>
        <translation>Copiar o resumo</translation>
    </message>
    <message>
        <source>Read both runs again</source>
        <translation>Ler as duas execuções de novo</translation>
    </message>
    <message>
        <source>Go to Runs</source>
        <translation>Ir para Execuções</translation>
    </message>
    <message>
        <source>There is no other difference in this direction.</source>
        <translation>Não há outra diferença nesta direção.</translation>
    </message>
    <message>
        <source>The summary was copied as Markdown.</source>
        <translation>O resumo foi copiado como Markdown.</translation>
    </message>
    <message>
        <source>%1 · %2 · %3 · %4</source>
        <comment>start, state, duration, subject</comment>
        <translation>%1 · %2 · %3 · %4</translation>
    </message>
    <message>
        <source>No other run of this flow is kept.</source>
        <translation>Nenhuma outra execução deste fluxo está guardada.</translation>
    </message>
    <message>
        <source>Choose a step that ran in both.</source>
        <translation>Escolha uma etapa que foi executada nas duas.</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Execuções</translation>
    </message>
    <message>
        <source>Back to Runs</source>
        <translation>Voltar a Execuções</translation>
    </message>
    <message>
        <source>Align at start</source>
        <translation>Alinhar no início</translation>
    </message>
    <message>
        <source>Align at step</source>
        <translation>Alinhar na etapa</translation>
    </message>
    <message>
        <source>Where both bars begin at once</source>
        <translation>Onde as duas barras começam juntas</translation>
    </message>
    <message>
        <source>Kinds of differences</source>
        <translation>Tipos de diferenças</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparar</translation>
    </message>
    <message>
        <source>No runs to compare. Choose a run and press C.</source>
        <translation>Não há execuções para comparar. Escolha uma execução e pressione C.</translation>
    </message>
    <message>
        <source>No earlier run of this flow that is kept ended well: there is nothing to compare %1 with.</source>
        <translation>Nenhuma execução anterior deste fluxo que está guardada terminou bem: não há com o que comparar %1.</translation>
    </message>
    <message>
        <source>Compare · %1</source>
        <translation>Comparar · %1</translation>
    </message>
    <message>
        <source>Choose a step to see what differs in it.</source>
        <translation>Escolha uma etapa para ver o que difere nela.</translation>
    </message>
    <message>
        <source>This step was sent the same, and gave the same.</source>
        <translation>Esta etapa recebeu o mesmo e deu o mesmo.</translation>
    </message>
    <message>
        <source>Both runs had the same input.</source>
        <translation>As duas execuções tiveram a mesma entrada.</translation>
    </message>
    <message>
        <source>Both runs gave the same output.</source>
        <translation>As duas execuções deram a mesma saída.</translation>
    </message>
    <message>
        <source>Both runs had the same version, environment and trigger.</source>
        <translation>As duas execuções tiveram a mesma versão, o mesmo ambiente e o mesmo disparo.</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Etapa</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Entrada</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Saída</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Execução</translation>
    </message>
    <message>
        <source>Duration of %1</source>
        <translation>Duração de %1</translation>
    </message>
    <message numerus="yes">
        <source>newest %n run(s)</source>
        <translation>
            <numerusform>%n execução mais nova</numerusform>
            <numerusform>%n execuções mais novas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>all %n run(s)</source>
        <translation>
            <numerusform>a %n execução</numerusform>
            <numerusform>todas as %n execuções</numerusform>
        </translation>
    </message>
    <message>
        <source>Show both texts side by side</source>
        <translation>Mostrar os dois textos lado a lado</translation>
    </message>
    <message>
        <source>Choose a step first.</source>
        <translation>Escolha uma etapa primeiro.</translation>
    </message>
</context>
<context>
    <name>CompareTable</name>
    <message>
        <source>Steps of both runs</source>
        <translation>Etapas das duas execuções</translation>
    </message>
</context>
<context>
    <name>CompareText</name>
    <message>
        <source>is not there</source>
        <translation>não está lá</translation>
    </message>
    <message numerus="yes">
        <source> with %n extra attempt(s)</source>
        <translation>
            <numerusform> com %n tentativa a mais</numerusform>
            <numerusform> com %n tentativas a mais</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> with %n attempt(s) less</source>
        <translation>
            <numerusform> com %n tentativa a menos</numerusform>
            <numerusform> com %n tentativas a menos</numerusform>
        </translation>
    </message>
    <message>
        <source>Both took the same time.</source>
        <translation>As duas levaram o mesmo tempo.</translation>
    </message>
    <message>
        <source>B took %1 longer.</source>
        <translation>B levou %1 a mais.</translation>
    </message>
    <message>
        <source>B took %1 less.</source>
        <translation>B levou %1 a menos.</translation>
    </message>
    <message>
        <source>%1 adds %2%3.</source>
        <translation>%1 acrescenta %2%3.</translation>
    </message>
    <message>
        <source>%1 saves %2%3.</source>
        <translation>%1 economiza %2%3.</translation>
    </message>
    <message>
        <source>Both had the same input.</source>
        <translation>As duas tiveram a mesma entrada.</translation>
    </message>
    <message>
        <source>Their input differs in %1.</source>
        <translation>A entrada delas difere em %1.</translation>
    </message>
    <message>
        <source>flow</source>
        <translation>fluxo</translation>
    </message>
    <message>
        <source>flow version</source>
        <translation>versão do fluxo</translation>
    </message>
    <message>
        <source>revision</source>
        <translation>revisão</translation>
    </message>
    <message>
        <source>environment</source>
        <translation>ambiente</translation>
    </message>
    <message>
        <source>environment values</source>
        <translation>valores do ambiente</translation>
    </message>
    <message>
        <source>trigger</source>
        <translation>disparo</translation>
    </message>
    <message>
        <source>route rule</source>
        <translation>regra de rota</translation>
    </message>
    <message>
        <source>status</source>
        <translation>status</translation>
    </message>
    <message>
        <source>Both runs went the same way: no step differs.</source>
        <translation>As duas execuções seguiram o mesmo caminho: nenhuma etapa difere.</translation>
    </message>
    <message>
        <source>%1 is where they part: %2 in A, %3 in B%4.</source>
        <translation>%1 é onde elas se separam: %2 em A, %3 em B%4.</translation>
    </message>
    <message>
        <source>It was sent something else.</source>
        <translation>Foi enviado algo diferente a ela.</translation>
    </message>
    <message>
        <source>It was sent the same.</source>
        <translation>Foi enviado o mesmo a ela.</translation>
    </message>
    <message>
        <source>A: %1</source>
        <translation>A: %1</translation>
    </message>
    <message>
        <source>B: %1</source>
        <translation>B: %1</translation>
    </message>
    <message>
        <source>difference %1</source>
        <translation>diferença %1</translation>
    </message>
    <message>
        <source>attempts %1 and %2</source>
        <translation>tentativas %1 e %2</translation>
    </message>
    <message>
        <source>sent something else</source>
        <translation>recebeu outro envio</translation>
    </message>
    <message>
        <source>got something else</source>
        <translation>obteve outra resposta</translation>
    </message>
    <message>
        <source>Comparison of two runs of %1</source>
        <translation>Comparação de duas execuções de %1</translation>
    </message>
    <message>
        <source>duration</source>
        <translation>duração</translation>
    </message>
    <message>
        <source>step</source>
        <translation>etapa</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>diferença</translation>
    </message>
    <message>
        <source>attempts</source>
        <translation>tentativas</translation>
    </message>
    <message>
        <source>input</source>
        <translation>entrada</translation>
    </message>
</context>
<context>
    <name>ConfigDiff</name>
    <message>
        <source>Configuration: %1 line(s) added, %2 removed</source>
        <translation>Configuração: linhas adicionadas %1, removidas %2</translation>
    </message>
</context>
<context>
    <name>Connection</name>
    <message>
        <source>Workspace folder</source>
        <translation>Pasta do espaço de trabalho</translation>
    </message>
    <message>
        <source>Flow files</source>
        <translation>Arquivos de fluxo</translation>
    </message>
    <message>
        <source>Sandbox functions</source>
        <translation>Funções do sandbox</translation>
    </message>
    <message>
        <source>History on disk</source>
        <translation>Histórico em disco</translation>
    </message>
    <message>
        <source>Engine log</source>
        <translation>Log do motor</translation>
    </message>
    <message>
        <source>Engine thread</source>
        <translation>Thread do motor</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Endereço</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Rede</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Certificado</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Engine&apos;s answer</source>
        <translation>Resposta do motor</translation>
    </message>
</context>
<context>
    <name>ConnectionPanel</name>
    <message>
        <source>Diagnosis copied</source>
        <translation>Diagnóstico copiado</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Conexão</translation>
    </message>
    <message>
        <source>engine inside this window, workspace %1</source>
        <translation>motor dentro desta janela, espaço de trabalho %1</translation>
    </message>
    <message>
        <source>Copy diagnosis</source>
        <translation>Copiar diagnóstico</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Verificações</translation>
    </message>
    <message>
        <source>Last engine lines</source>
        <translation>Últimas linhas do motor</translation>
    </message>
    <message>
        <source>What still works</source>
        <translation>O que ainda funciona</translation>
    </message>
    <message>
        <source>Read what is on the screen</source>
        <translation>Ler o que está na tela</translation>
    </message>
    <message>
        <source>Copy ids, inputs and commands</source>
        <translation>Copiar ids, entradas e comandos</translation>
    </message>
    <message>
        <source>Theme, language and settings</source>
        <translation>Tema, idioma e ajustes</translation>
    </message>
    <message>
        <source>Start or cancel flows</source>
        <translation>Iniciar ou cancelar fluxos</translation>
    </message>
    <message>
        <source>Live updates and older runs</source>
        <translation>Atualizações ao vivo e execuções antigas</translation>
    </message>
    <message>
        <source>engine at %1, workspace %2</source>
        <translation>motor em %1, espaço de trabalho %2</translation>
    </message>
    <message>
        <source>Choose another engine</source>
        <translation>Escolher outro motor</translation>
    </message>
    <message>
        <source>Last attempts</source>
        <translation>Últimas tentativas</translation>
    </message>
</context>
<context>
    <name>ConsoleControl</name>
    <message>
        <source>it was stopped from this window</source>
        <translation>ele foi parado nesta janela</translation>
    </message>
</context>
<context>
    <name>DateTimeEditor</name>
    <message>
        <source>Now</source>
        <translation>Agora</translation>
    </message>
    <message>
        <source>Choose a day</source>
        <translation>Escolher um dia</translation>
    </message>
</context>
<context>
    <name>DeployConfig</name>
    <message>
        <source>Configuration</source>
        <translation>Configuração</translation>
    </message>
    <message>
        <source>How an instance is made, and how many there may be.</source>
        <translation>Como é cada instância, e quantas pode haver.</translation>
    </message>
    <message>
        <source>Take the values of the guide</source>
        <translation>Usar os valores do guia</translation>
    </message>
    <message>
        <source>2 CPU, 2Gi, 540 s, 1 to 100 instances, port 8080</source>
        <translation>2 CPU, 2Gi, 540 s, 1 a 100 instâncias, porta 8080</translation>
    </message>
    <message>
        <source>now %1</source>
        <translation>agora %1</translation>
    </message>
</context>
<context>
    <name>DeployGates</name>
    <message>
        <source>a question to the workspace&apos;s Prometheus server</source>
        <translation>uma consulta ao servidor Prometheus do workspace</translation>
    </message>
    <message>
        <source>a filter of Cloud Monitoring that names one metric</source>
        <translation>um filtro do Cloud Monitoring que nomeia uma métrica</translation>
    </message>
    <message>
        <source>name of a flow of the workspace that has to succeed</source>
        <translation>nome de um fluxo do workspace que tem de dar certo</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Métrica</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>No máximo</translation>
    </message>
    <message>
        <source>Over, minutes</source>
        <translation>Em, minutos</translation>
    </message>
    <message>
        <source>%1: what is asked</source>
        <translation>%1: o que é perguntado</translation>
    </message>
    <message>
        <source>%1: at most</source>
        <translation>%1: no máximo</translation>
    </message>
    <message>
        <source>%1: over so many minutes</source>
        <translation>%1: em tantos minutos</translation>
    </message>
    <message>
        <source>stage</source>
        <translation>etapa</translation>
    </message>
    <message>
        <source>Looks back so far; empty is the whole stage</source>
        <translation>Olha até aqui para trás; vazio é a etapa inteira</translation>
    </message>
    <message>
        <source>Remove the gate</source>
        <translation>Remover o critério</translation>
    </message>
    <message>
        <source>flow whose recorded executions run again first: paths, that, may, differ</source>
        <translation>fluxo cujas execuções gravadas rodam antes: caminhos, que, podem, diferir</translation>
    </message>
</context>
<context>
    <name>DeployKeys</name>
    <message>
        <source>%1 added, %2 changed, %3 removed, %4 unchanged</source>
        <translation>%1 acrescentadas, %2 mudadas, %3 removidas, %4 iguais</translation>
    </message>
    <message>
        <source>Environment keys</source>
        <translation>Chaves de ambiente</translation>
    </message>
    <message>
        <source>What the container finds in its environment.</source>
        <translation>O que o contêiner encontra em seu ambiente.</translation>
    </message>
    <message>
        <source>Find a key</source>
        <translation>Encontrar uma chave</translation>
    </message>
    <message>
        <source>Only changes</source>
        <translation>Só mudanças</translation>
    </message>
    <message>
        <source>Merge a file</source>
        <translation>Mesclar um arquivo</translation>
    </message>
    <message>
        <source>Keys of a .env file or of an env-vars.yaml; those that it does not have stay</source>
        <translation>Chaves de um arquivo .env ou de um env-vars.yaml; as que ele não tem ficam</translation>
    </message>
    <message>
        <source>KEY</source>
        <translation>CHAVE</translation>
    </message>
    <message>
        <source>Name of the key</source>
        <translation>Nome da chave</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Version of the secret</source>
        <translation>Versão do segredo</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Segredo</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>O que é</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Definir</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remover</translation>
    </message>
    <message>
        <source>Environments (*.env .env* *.yaml *.yml)</source>
        <translation>Ambientes (*.env .env* *.yaml *.yml)</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>%1 não pode ser lido.</translation>
    </message>
    <message>
        <source>Name in Secret Manager</source>
        <translation>Nome no Secret Manager</translation>
    </message>
    <message>
        <source>As it was</source>
        <translation>Como era</translation>
    </message>
    <message>
        <source>A secret as a value can be read by whoever may look at the service; Secret Manager keeps it.</source>
        <translation>Um segredo como valor pode ser lido por quem pode ver o serviço; o Secret Manager o guarda.</translation>
    </message>
</context>
<context>
    <name>DeployPlan</name>
    <message>
        <source>The service has no name yet</source>
        <translation>O serviço ainda não tem nome</translation>
    </message>
    <message>
        <source>The image is being built</source>
        <translation>A imagem está sendo construída</translation>
    </message>
    <message>
        <source>The image is not built yet</source>
        <translation>A imagem ainda não foi construída</translation>
    </message>
    <message>
        <source>No revision is chosen</source>
        <translation>Nenhuma revisão foi escolhida</translation>
    </message>
    <message>
        <source>A tag has small letters, digits and hyphens</source>
        <translation>Uma tag tem letras minúsculas, dígitos e hifens</translation>
    </message>
    <message>
        <source>Without traffic it needs a tag, or nobody could reach it</source>
        <translation>Sem tráfego precisa de uma tag, ou ninguém a alcançaria</translation>
    </message>
    <message>
        <source>A canary needs a stage</source>
        <translation>Um canário precisa de uma etapa</translation>
    </message>
    <message>
        <source>Stages rise from 1 % to 99 %</source>
        <translation>As etapas sobem de 1 % a 99 %</translation>
    </message>
    <message>
        <source>The checks are not done yet</source>
        <translation>As verificações ainda não terminaram</translation>
    </message>
    <message>
        <source>It has not been looked at yet</source>
        <translation>Ainda não foi examinado</translation>
    </message>
    <message>
        <source>A check fails</source>
        <translation>Uma verificação falha</translation>
    </message>
</context>
<context>
    <name>DeployPreflight</name>
    <message>
        <source>Preflight</source>
        <translation>Verificação prévia</translation>
    </message>
    <message>
        <source>Looked at without changing anything; the last look is the cloud&apos;s own.</source>
        <translation>Examinado sem mudar nada; o último exame é o da própria nuvem.</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Examinar de novo</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>Examinando …</translation>
    </message>
    <message numerus="yes">
        <source>%n look(s) failed: nothing can be deployed like this.</source>
        <translation>
            <numerusform>%n exame falhou: nada pode ser implantado assim.</numerusform>
            <numerusform>%n exames falharam: nada pode ser implantado assim.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n look(s), none failed.</source>
        <translation>
            <numerusform>%n exame, nenhum falhou.</numerusform>
            <numerusform>%n exames, nenhum falhou.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeployProgress</name>
    <message>
        <source>Phases</source>
        <translation>Fases</translation>
    </message>
    <message>
        <source>What Cloud Run says of the revision</source>
        <translation>O que o Cloud Run diz da revisão</translation>
    </message>
    <message>
        <source>Log of the new revision</source>
        <translation>Log da nova revisão</translation>
    </message>
    <message>
        <source>%1 is deployed.</source>
        <translation>%1 foi implantada.</translation>
    </message>
    <message>
        <source>%1 was taken back.</source>
        <translation>%1 foi retirada.</translation>
    </message>
    <message>
        <source>The deployment was cancelled.</source>
        <translation>A implantação foi cancelada.</translation>
    </message>
    <message>
        <source>Not deployed: the traffic is where it was.</source>
        <translation>Não implantada: o tráfego está onde estava.</translation>
    </message>
    <message>
        <source>Deploying %1</source>
        <translation>Implantando %1</translation>
    </message>
    <message>
        <source>It goes on in the engine when you leave this, or close the window.</source>
        <translation>Continua no motor quando você sai daqui ou fecha a janela.</translation>
    </message>
    <message numerus="yes">
        <source>Log, %n error(s)</source>
        <translation>
            <numerusform>Log, %n erro</numerusform>
            <numerusform>Log, %n erros</numerusform>
        </translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>Traffic is now at: %1</source>
        <translation>O tráfego está agora em: %1</translation>
    </message>
    <message>
        <source>The traffic was moved by somebody else since: nothing was changed.</source>
        <translation>O tráfego foi movido por outra pessoa desde então: nada foi alterado.</translation>
    </message>
    <message>
        <source>The traffic was moved by %1 since: nothing was changed.</source>
        <translation>O tráfego foi movido por %1 desde então: nada foi alterado.</translation>
    </message>
</context>
<context>
    <name>DeployReview</name>
    <message>
        <source>The service is made, and its first revision serves as soon as it is ready.</source>
        <translation>O serviço é criado, e sua primeira revisão atende assim que está pronta.</translation>
    </message>
    <message>
        <source>A new revision is made without traffic; what serves now goes on.</source>
        <translation>Uma nova revisão é criada sem tráfego; o que atende agora continua.</translation>
    </message>
    <message>
        <source>It has to be ready for Cloud Run.</source>
        <translation>Ela tem de estar pronta para o Cloud Run.</translation>
    </message>
    <message>
        <source>It has to be ready for Cloud Run, and to answer 2xx at %1.</source>
        <translation>Ela tem de estar pronta para o Cloud Run e responder 2xx em %1.</translation>
    </message>
    <message>
        <source>It stays without traffic, at the tag %1.</source>
        <translation>Fica sem tráfego, na tag %1.</translation>
    </message>
    <message>
        <source>It gets %1 % for %2.</source>
        <translation>Recebe %1 % por %2.</translation>
    </message>
    <message>
        <source>Then it gets all of the traffic.</source>
        <translation>Depois recebe todo o tráfego.</translation>
    </message>
    <message>
        <source>When something fails, the traffic goes back to where it was.</source>
        <translation>Se algo falhar, o tráfego volta para onde estava.</translation>
    </message>
    <message>
        <source>Review and deploy</source>
        <translation>Rever e implantar</translation>
    </message>
    <message>
        <source>Nothing has happened yet.</source>
        <translation>Nada aconteceu ainda.</translation>
    </message>
    <message>
        <source>The same with gcloud</source>
        <translation>O mesmo com gcloud</translation>
    </message>
    <message>
        <source>Reason, kept in the audit trail</source>
        <translation>Motivo, guardado na trilha de auditoria</translation>
    </message>
    <message>
        <source>Save a backup of the configuration first</source>
        <translation>Guardar antes um backup da configuração</translation>
    </message>
    <message>
        <source>Type %1 to confirm</source>
        <translation>Digite %1 para confirmar</translation>
    </message>
    <message>
        <source>It is being sent.</source>
        <translation>Está sendo enviado.</translation>
    </message>
    <message numerus="yes">
        <source>The reason needs %n more character(s).</source>
        <translation>
            <numerusform>O motivo precisa de mais %n caractere.</numerusform>
            <numerusform>O motivo precisa de mais %n caracteres.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more character(s) to type.</source>
        <translation>
            <numerusform>Falta digitar %n caractere.</numerusform>
            <numerusform>Falta digitar %n caracteres.</numerusform>
        </translation>
    </message>
    <message>
        <source>That is not the name of the service.</source>
        <translation>Esse não é o nome do serviço.</translation>
    </message>
</context>
<context>
    <name>DeployRollout</name>
    <message>
        <source>Rollout</source>
        <translation>Distribuição</translation>
    </message>
    <message>
        <source>Choose how traffic moves to the new revision and what stops it.</source>
        <translation>Escolha como o tráfego passa para a nova revisão e o que o detém.</translation>
    </message>
    <message>
        <source>Canary</source>
        <translation>Canário</translation>
    </message>
    <message>
        <source>In stages, gates decide</source>
        <translation>Em etapas, critérios decidem</translation>
    </message>
    <message>
        <source>All at once</source>
        <translation>Tudo de uma vez</translation>
    </message>
    <message>
        <source>100 % after health checks</source>
        <translation>100 % depois das verificações</translation>
    </message>
    <message>
        <source>No traffic</source>
        <translation>Sem tráfego</translation>
    </message>
    <message>
        <source>Deploy with a tag, move later</source>
        <translation>Implantar com uma tag, mover depois</translation>
    </message>
    <message>
        <source>Add stage</source>
        <translation>Acrescentar etapa</translation>
    </message>
    <message>
        <source>Add gate</source>
        <translation>Acrescentar critério</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>Etapas</translation>
    </message>
    <message>
        <source>Gates, watched in every stage</source>
        <translation>Critérios, observados em cada etapa</translation>
    </message>
    <message>
        <source>Hold and ask</source>
        <translation>Segurar e perguntar</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>Reverter</translation>
    </message>
    <message>
        <source>Keep holding</source>
        <translation>Continuar segurando</translation>
    </message>
    <message>
        <source>When a gate fails</source>
        <translation>Quando um critério falha</translation>
    </message>
    <message>
        <source>If nobody answers, then</source>
        <translation>Se ninguém responder</translation>
    </message>
    <message>
        <source>after, minutes</source>
        <translation>depois de, minutos</translation>
    </message>
    <message>
        <source>Tag: an address of its own</source>
        <translation>Tag: um endereço próprio</translation>
    </message>
    <message>
        <source>Path that has to answer 2xx before</source>
        <translation>Caminho que tem de responder 2xx antes</translation>
    </message>
    <message>
        <source>Name of the revision behind the service&apos;s</source>
        <translation>Nome da revisão, depois do nome do serviço</translation>
    </message>
    <message>
        <source>made when it is deployed</source>
        <translation>feito ao implantar</translation>
    </message>
</context>
<context>
    <name>DeploySource</name>
    <message>
        <source>The directory is being packed and uploaded.</source>
        <translation>O diretório está sendo empacotado e enviado.</translation>
    </message>
    <message>
        <source>The image is being built.</source>
        <translation>A imagem está sendo construída.</translation>
    </message>
    <message>
        <source>Built: %1</source>
        <translation>Construída: %1</translation>
    </message>
    <message>
        <source>Not built: %1</source>
        <translation>Não construída: %1</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Origem</translation>
    </message>
    <message>
        <source>What the new revision runs.</source>
        <translation>O que a nova revisão executa.</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Imagem</translation>
    </message>
    <message>
        <source>One that was pushed</source>
        <translation>Uma que foi publicada</translation>
    </message>
    <message>
        <source>Revision to copy</source>
        <translation>Revisão a copiar</translation>
    </message>
    <message>
        <source>Its image, settings and keys</source>
        <translation>Sua imagem, ajustes e chaves</translation>
    </message>
    <message>
        <source>Directory</source>
        <translation>Diretório</translation>
    </message>
    <message>
        <source>Built by Cloud Build first</source>
        <translation>Construído antes pelo Cloud Build</translation>
    </message>
    <message>
        <source>Name of the service</source>
        <translation>Nome do serviço</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>Revisão</translation>
    </message>
    <message>
        <source>Directory with a Dockerfile, where the engine runs</source>
        <translation>Diretório com um Dockerfile, onde o motor roda</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Escolher</translation>
    </message>
    <message>
        <source>Build the image</source>
        <translation>Construir a imagem</translation>
    </message>
    <message>
        <source>Log of the build</source>
        <translation>Log da construção</translation>
    </message>
    <message>
        <source>Directory to build</source>
        <translation>Diretório a construir</translation>
    </message>
    <message>
        <source>%1, image %2, %3</source>
        <comment>a revision, its image, when it was made</comment>
        <translation>%1, imagem %2, %3</translation>
    </message>
    <message>
        <source>, serves %1 %</source>
        <translation>, atende %1 %</translation>
    </message>
</context>
<context>
    <name>DeployStages</name>
    <message>
        <source>then 100 %, when the last gate has passed</source>
        <translation>depois 100 %, quando passar o último critério</translation>
    </message>
    <message>
        <source>Share of stage %1, percent</source>
        <translation>Parte da etapa %1, por cento</translation>
    </message>
    <message>
        <source>Length of stage %1, minutes</source>
        <translation>Duração da etapa %1, minutos</translation>
    </message>
    <message>
        <source>Remove stage %1</source>
        <translation>Remover a etapa %1</translation>
    </message>
    <message>
        <source>% for</source>
        <comment>a share, for so long</comment>
        <translation>% por</translation>
    </message>
    <message>
        <source>min</source>
        <comment>minutes</comment>
        <translation>min</translation>
    </message>
</context>
<context>
    <name>DeploySteps</name>
    <message>
        <source>Step %1: %2</source>
        <translation>Passo %1: %2</translation>
    </message>
</context>
<context>
    <name>DeploySummary</name>
    <message>
        <source>copy of %1</source>
        <translation>cópia de %1</translation>
    </message>
    <message>
        <source>the same image</source>
        <translation>a mesma imagem</translation>
    </message>
    <message>
        <source>another image</source>
        <translation>outra imagem</translation>
    </message>
    <message>
        <source>%1 to 100 %</source>
        <translation>%1 até 100 %</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Resumo</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Serviço</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Imagem</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Origem</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Região</translation>
    </message>
    <message>
        <source>Rollout</source>
        <translation>Distribuição</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Avisos</translation>
    </message>
    <message>
        <source>The new service</source>
        <translation>O novo serviço</translation>
    </message>
    <message>
        <source>Changes to %1</source>
        <translation>Mudanças em %1</translation>
    </message>
    <message>
        <source>an image</source>
        <translation>uma imagem</translation>
    </message>
</context>
<context>
    <name>DeployText</name>
    <message>
        <source>Image in its registry</source>
        <translation>Imagem no registro</translation>
    </message>
    <message>
        <source>Limits of Cloud Run</source>
        <translation>Limites do Cloud Run</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Nomes</translation>
    </message>
    <message>
        <source>Environment keys</source>
        <translation>Chaves de ambiente</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>Tráfego</translation>
    </message>
    <message>
        <source>Quota of the region</source>
        <translation>Cota da região</translation>
    </message>
    <message>
        <source>Health path</source>
        <translation>Caminho de saúde</translation>
    </message>
    <message>
        <source>The cloud would take it</source>
        <translation>A nuvem aceitaria</translation>
    </message>
    <message>
        <source>cannot be looked up: %1</source>
        <translation>não pode ser consultada: %1</translation>
    </message>
    <message>
        <source>all within their bounds</source>
        <translation>todos dentro dos limites</translation>
    </message>
    <message>
        <source>the name of the revision is made when it is deployed</source>
        <translation>o nome da revisão é feito ao implantar</translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) resolved</source>
        <translation>
            <numerusform>%n chave resolvida</numerusform>
            <numerusform>%n chaves resolvidas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n from Secret Manager</source>
        <translation>
            <numerusform>, %n do Secret Manager</numerusform>
            <numerusform>, %n do Secret Manager</numerusform>
        </translation>
    </message>
    <message>
        <source>the new revision gets what the rollout says</source>
        <translation>a nova revisão recebe o que a distribuição diz</translation>
    </message>
    <message>
        <source>there is room</source>
        <translation>há espaço</translation>
    </message>
    <message>
        <source>checked without changing anything</source>
        <translation>verificado sem mudar nada</translation>
    </message>
    <message>
        <source>none is asked: only the probes of Cloud Run tell</source>
        <translation>nenhum é perguntado: só as sondas do Cloud Run dizem</translation>
    </message>
    <message>
        <source>nothing serves yet: it is asked after the deployment</source>
        <translation>nada atende ainda: é perguntado depois da implantação</translation>
    </message>
    <message>
        <source>%1: it wants a token, and gets one after the deployment</source>
        <translation>%1: quer um token, e recebe um depois da implantação</translation>
    </message>
    <message>
        <source>is asked when nothing else fails</source>
        <translation>é perguntado quando nada mais falha</translation>
    </message>
    <message>
        <source>New revision, without traffic</source>
        <translation>Nova revisão, sem tráfego</translation>
    </message>
    <message>
        <source>An address of its own</source>
        <translation>Um endereço próprio</translation>
    </message>
    <message>
        <source>Health check</source>
        <translation>Verificação de saúde</translation>
    </message>
    <message>
        <source>%1 % of the traffic</source>
        <translation>%1 % do tráfego</translation>
    </message>
    <message>
        <source>Watched at %1 %</source>
        <translation>Observada com %1 %</translation>
    </message>
    <message>
        <source>Somebody decides</source>
        <translation>Alguém decide</translation>
    </message>
    <message>
        <source>All of the traffic</source>
        <translation>Todo o tráfego</translation>
    </message>
    <message>
        <source>Back to what served before</source>
        <translation>De volta ao que atendia antes</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Memória</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Timeout</source>
        <translation>Tempo limite</translation>
    </message>
    <message>
        <source>Concurrency</source>
        <translation>Concorrência</translation>
    </message>
    <message>
        <source>Fewest instances</source>
        <translation>Mínimo de instâncias</translation>
    </message>
    <message>
        <source>Most instances</source>
        <translation>Máximo de instâncias</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Porta</translation>
    </message>
    <message>
        <source>Service account</source>
        <translation>Conta de serviço</translation>
    </message>
    <message>
        <source>of one instance: 512Mi, 2Gi; more CPUs allow more</source>
        <translation>de uma instância: 512Mi, 2Gi; mais CPUs permitem mais</translation>
    </message>
    <message>
        <source>0.08 to 1, or 2, 4, 6, 8</source>
        <translation>0,08 a 1, ou 2, 4, 6, 8</translation>
    </message>
    <message>
        <source>of a request, 1 s to 60 min</source>
        <translation>de uma requisição, 1 s a 60 min</translation>
    </message>
    <message>
        <source>requests at a time in one instance, 1 to 1,000</source>
        <translation>requisições ao mesmo tempo numa instância, 1 a 1.000</translation>
    </message>
    <message>
        <source>stay even when nobody asks; 0 scales to none</source>
        <translation>ficam mesmo quando ninguém pede; 0 reduz a nenhuma</translation>
    </message>
    <message>
        <source>1 to 1,000</source>
        <translation>1 a 1.000</translation>
    </message>
    <message>
        <source>that the container listens on, as PORT says</source>
        <translation>em que o contêiner escuta, como PORT diz</translation>
    </message>
    <message>
        <source>that it runs as; empty is the project&apos;s own</source>
        <translation>com que roda; vazio é a do projeto</translation>
    </message>
    <message>
        <source>A request may take 1 s to 60 min.</source>
        <translation>Uma requisição pode levar de 1 s a 60 min.</translation>
    </message>
    <message>
        <source>A port is 1 to 65,535.</source>
        <translation>Uma porta vai de 1 a 65.535.</translation>
    </message>
    <message>
        <source>The most instances are 1 to 1,000.</source>
        <translation>O máximo de instâncias vai de 1 a 1.000.</translation>
    </message>
    <message>
        <source>The fewest instances are 0 up to the most.</source>
        <translation>O mínimo de instâncias vai de 0 ao máximo.</translation>
    </message>
    <message>
        <source>what serves now answers %1</source>
        <translation>o que atende agora responde %1</translation>
    </message>
    <message>
        <source>is being looked up</source>
        <translation>está sendo consultado</translation>
    </message>
    <message numerus="yes">
        <source>canary, %n stage(s)</source>
        <translation>
            <numerusform>canário, %n etapa</numerusform>
            <numerusform>canário, %n etapas</numerusform>
        </translation>
    </message>
    <message>
        <source>all at once</source>
        <translation>tudo de uma vez</translation>
    </message>
    <message>
        <source>no traffic, tag %1</source>
        <translation>sem tráfego, tag %1</translation>
    </message>
    <message>
        <source>Error rate</source>
        <translation>Taxa de erros</translation>
    </message>
    <message>
        <source>Duration p95</source>
        <translation>Duração p95</translation>
    </message>
    <message>
        <source>Instance memory</source>
        <translation>Memória da instância</translation>
    </message>
    <message>
        <source>Series of Monitoring</source>
        <translation>Série do Monitoring</translation>
    </message>
    <message>
        <source>PromQL</source>
        <translation>PromQL</translation>
    </message>
    <message>
        <source>Flow</source>
        <translation>Fluxo</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <comment>hours</comment>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>Recorded executions once more</source>
        <translation>Execuções gravadas mais uma vez</translation>
    </message>
    <message>
        <source>Rehearsal</source>
        <translation>Ensaio</translation>
    </message>
    <message>
        <source>the question was withdrawn</source>
        <translation>a pergunta foi retirada</translation>
    </message>
    <message>
        <source>the traffic was moved by somebody else</source>
        <translation>o tráfego foi movido por outra pessoa</translation>
    </message>
    <message>
        <source>nothing to do</source>
        <translation>nada a fazer</translation>
    </message>
    <message>
        <source>%1 would get the mask of a secret as its value</source>
        <translation>%1 receberia a máscara de um segredo como valor</translation>
    </message>
    <message>
        <source>%1 is a reference that nobody would resolve: Cloud Run hands on the text</source>
        <translation>%1 é uma referência que ninguém resolveria: o Cloud Run repassa o texto</translation>
    </message>
    <message>
        <source>%1 has no value</source>
        <translation>%1 não tem valor</translation>
    </message>
    <message>
        <source>%1 is a secret in plain sight: whoever may look at the service reads it</source>
        <translation>%1 é um segredo à vista: quem pode ver o serviço o lê</translation>
    </message>
    <message>
        <source>Write its value again, or take it from Secret Manager.</source>
        <translation>Escreva o valor de novo, ou tome-o do Secret Manager.</translation>
    </message>
    <message>
        <source>Take it from Secret Manager, or write its value.</source>
        <translation>Tome-o do Secret Manager, ou escreva o valor.</translation>
    </message>
    <message>
        <source>Set it, or remove the key.</source>
        <translation>Defina-o, ou remova a chave.</translation>
    </message>
    <message>
        <source>Put it into Secret Manager, and refer to it.</source>
        <translation>Ponha-o no Secret Manager e refira-se a ele.</translation>
    </message>
</context>
<context>
    <name>DeployWizard</name>
    <message>
        <source>Deploy</source>
        <translation>Implantar</translation>
    </message>
    <message>
        <source>Releases</source>
        <translation>Versões</translation>
    </message>
    <message>
        <source>draft kept until you cancel</source>
        <translation>rascunho guardado até você cancelar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Voltar</translation>
    </message>
    <message>
        <source>Alt+←</source>
        <comment>a key</comment>
        <translation>Alt+←</translation>
    </message>
    <message>
        <source>Open the run</source>
        <translation>Abrir a execução</translation>
    </message>
    <message>
        <source>a new service</source>
        <translation>um novo serviço</translation>
    </message>
    <message>
        <source>copy of a revision</source>
        <translation>cópia de uma revisão</translation>
    </message>
    <message>
        <source>built from a directory</source>
        <translation>construída de um diretório</translation>
    </message>
    <message>
        <source>%1 CPU, %2, %3</source>
        <comment>of an instance</comment>
        <translation>%1 CPU, %2, %3</translation>
    </message>
    <message numerus="yes">
        <source>%n key(s)</source>
        <translation>
            <numerusform>%n chave</numerusform>
            <numerusform>%n chaves</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n check(s)</source>
        <translation>
            <numerusform>%n verificação</numerusform>
            <numerusform>%n verificações</numerusform>
        </translation>
    </message>
    <message>
        <source>looking …</source>
        <translation>examinando …</translation>
    </message>
    <message>
        <source>not looked at yet</source>
        <translation>ainda não examinado</translation>
    </message>
    <message>
        <source>typed confirmation</source>
        <translation>confirmação digitada</translation>
    </message>
    <message>
        <source>what will happen</source>
        <translation>o que vai acontecer</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Origem</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>Configuração</translation>
    </message>
    <message>
        <source>Environment keys</source>
        <translation>Chaves de ambiente</translation>
    </message>
    <message>
        <source>Rollout</source>
        <translation>Distribuição</translation>
    </message>
    <message>
        <source>Preflight</source>
        <translation>Verificação prévia</translation>
    </message>
    <message>
        <source>Review and deploy</source>
        <translation>Rever e implantar</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <comment>a key</comment>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
    <message>
        <source>It is safe to close this: the engine goes on.</source>
        <translation>Pode fechar: o motor continua.</translation>
    </message>
    <message>
        <source>Continue to configuration</source>
        <translation>Seguir à configuração</translation>
    </message>
    <message>
        <source>Continue to keys</source>
        <translation>Seguir às chaves</translation>
    </message>
    <message>
        <source>Continue to rollout</source>
        <translation>Seguir à distribuição</translation>
    </message>
    <message>
        <source>Continue to preflight</source>
        <translation>Seguir à verificação</translation>
    </message>
    <message>
        <source>Continue to review</source>
        <translation>Seguir à revisão final</translation>
    </message>
    <message>
        <source>Deploy to production</source>
        <translation>Implantar em produção</translation>
    </message>
    <message>
        <source>Enter does not confirm here.</source>
        <translation>Enter não confirma aqui.</translation>
    </message>
    <message>
        <source>Nothing changes in %1 before step %2</source>
        <translation>Nada muda em %1 antes do passo %2</translation>
    </message>
    <message>
        <source>Esc</source>
        <comment>the key</comment>
        <translation>Esc</translation>
    </message>
</context>
<context>
    <name>DesktopAlerts</name>
    <message numerus="yes">
        <source>Batuta: %n alert(s) firing</source>
        <translation>
            <numerusform>Batuta: %n alerta disparado</numerusform>
            <numerusform>Batuta: %n alertas disparados</numerusform>
        </translation>
    </message>
    <message>
        <source>Alert: %1</source>
        <translation>Alerta: %1</translation>
    </message>
    <message>
        <source>Resolved: %1</source>
        <translation>Resolvido: %1</translation>
    </message>
    <message>
        <source>It stands at %1, the limit is %2.</source>
        <translation>Está em %1, o limite é %2.</translation>
    </message>
</context>
<context>
    <name>DetailPane</name>
    <message>
        <source>Key %1</source>
        <translation>Chave %1</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Problemas</translation>
    </message>
    <message>
        <source>url</source>
        <translation>url</translation>
    </message>
    <message>
        <source>secret</source>
        <translation>segredo</translation>
    </message>
    <message>
        <source>not in the template</source>
        <translation>não está no modelo</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>vazio</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Ausente</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>não definido</translation>
    </message>
    <message>
        <source>Copy the value of %1</source>
        <translation>Copiar o valor de %1</translation>
    </message>
    <message>
        <source>Copy from %1</source>
        <translation>Copiar de %1</translation>
    </message>
    <message>
        <source>Set value</source>
        <translation>Definir valor</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>Usada por</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n etapa</numerusform>
            <numerusform>%n etapas</numerusform>
        </translation>
    </message>
    <message>
        <source>no flow</source>
        <translation>nenhum fluxo</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>2 steps, 1 flow</comment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n flow(s)</source>
        <translation>
            <numerusform>%n fluxo</numerusform>
            <numerusform>%n fluxos</numerusform>
        </translation>
    </message>
    <message>
        <source>Open %1 in the editor</source>
        <translation>Abrir %1 no editor</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>e mais %n</numerusform>
            <numerusform>e mais %n</numerusform>
        </translation>
    </message>
    <message>
        <source>History</source>
        <translation>Histórico</translation>
    </message>
    <message>
        <source>%1 value revealed</source>
        <translation>valor de %1 revelado</translation>
    </message>
    <message>
        <source>%1 value removed</source>
        <translation>valor de %1 removido</translation>
    </message>
    <message>
        <source>%1 value added</source>
        <translation>valor de %1 adicionado</translation>
    </message>
    <message>
        <source>%1 value changed</source>
        <translation>valor de %1 alterado</translation>
    </message>
    <message>
        <source>Nothing was changed here yet.</source>
        <translation>Nada foi alterado aqui ainda.</translation>
    </message>
    <message>
        <source>There are none.</source>
        <translation>Não há nenhum.</translation>
    </message>
    <message>
        <source>A file</source>
        <translation>Um arquivo</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more: P goes through them</source>
        <translation>
            <numerusform>e mais %n: P passa por eles</numerusform>
            <numerusform>e mais %n: P passa por eles</numerusform>
        </translation>
    </message>
    <message>
        <source>in the sealed file</source>
        <translation>no arquivo selado</translation>
    </message>
    <message>
        <source>in the keyring</source>
        <translation>no chaveiro</translation>
    </message>
    <message>
        <source>Rotate</source>
        <translation>Trocar</translation>
    </message>
    <message>
        <source>Keep in the store</source>
        <translation>Guardar no cofre</translation>
    </message>
    <message>
        <source>%1 secret forgotten</source>
        <translation>Segredo %1 esquecido</translation>
    </message>
    <message>
        <source>%1 secret set</source>
        <translation>Segredo %1 definido</translation>
    </message>
    <message>
        <source>%1 secret rotated</source>
        <translation>Segredo %1 trocado</translation>
    </message>
    <message>
        <source>process</source>
        <translation>processo</translation>
    </message>
    <message>
        <source>deployed</source>
        <translation>implantado</translation>
    </message>
    <message>
        <source>not deployed</source>
        <translation>não implantado</translation>
    </message>
    <message>
        <source>a secret: nobody can tell whether it is the same</source>
        <translation>um segredo: não dá para saber se é o mesmo</translation>
    </message>
    <message>
        <source>the files of %1 have no value</source>
        <translation>os arquivos de %1 não têm valor</translation>
    </message>
    <message>
        <source>stronger than the files of %1: the engine takes it</source>
        <translation>mais forte que os arquivos de %1: o motor usa este</translation>
    </message>
    <message>
        <source>not as in the files of %1: they count after a deployment</source>
        <translation>diferente dos arquivos de %1: eles valem após uma implantação</translation>
    </message>
</context>
<context>
    <name>DiffGraph</name>
    <message>
        <source>Steps that differ</source>
        <translation>Etapas que diferem</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>sign, word</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>DiffView</name>
    <message>
        <source>Differences between %1 and %2: %3</source>
        <translation>Diferenças entre %1 e %2: %3</translation>
    </message>
    <message>
        <source>Difference %1 of %2</source>
        <translation>Diferença %1 de %2</translation>
    </message>
    <message>
        <source>%1. Line %2 was: %3</source>
        <translation>%1. A linha %2 era: %3</translation>
    </message>
    <message>
        <source>%1. Line %2 is: %3</source>
        <translation>%1. A linha %2 é: %3</translation>
    </message>
</context>
<context>
    <name>DifferenceModel</name>
    <message>
        <source>not there</source>
        <translation>ausente</translation>
    </message>
    <message>
        <source>%1: A %2, B %3</source>
        <translation>%1: A %2, B %3</translation>
    </message>
    <message>
        <source>%1: the same, %2</source>
        <translation>%1: igual, %2</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Campo</translation>
    </message>
</context>
<context>
    <name>DifferenceTable</name>
    <message>
        <source>Differences</source>
        <translation>Diferenças</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Copiado.</translation>
    </message>
</context>
<context>
    <name>DifferencesPane</name>
    <message>
        <source>Environment on the left</source>
        <translation>Ambiente à esquerda</translation>
    </message>
    <message>
        <source>Environment on the right</source>
        <translation>Ambiente à direita</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n diferença</numerusform>
            <numerusform>%n diferenças</numerusform>
        </translation>
    </message>
    <message>
        <source>(in the store of secrets)</source>
        <translation>(no cofre de segredos)</translation>
    </message>
    <message>
        <source>process (%1)</source>
        <translation>processo (%1)</translation>
    </message>
    <message>
        <source>deployed (%1)</source>
        <translation>implantado (%1)</translation>
    </message>
    <message>
        <source>(a secret that cannot be compared)</source>
        <translation>(um segredo que não dá para comparar)</translation>
    </message>
</context>
<context>
    <name>DiskStrip</name>
    <message>
        <source>What you see is kept; publishing writes the file again.</source>
        <translation>O que você vê fica guardado; publicar grava o arquivo de novo.</translation>
    </message>
    <message>
        <source>Your edits are kept until you choose. Reload can be undone.</source>
        <translation>Suas edições ficam até você escolher. Recarregar pode ser desfeito.</translation>
    </message>
    <message>
        <source>You have no edits of your own.</source>
        <translation>Você não tem edições próprias.</translation>
    </message>
    <message>
        <source>%1 is gone from the disk</source>
        <translation>%1 sumiu do disco</translation>
    </message>
    <message>
        <source>%1 changed on disk</source>
        <translation>%1 mudou no disco</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparar</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Manter o meu</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>Recarregar</translation>
    </message>
    <message>
        <source>%1 can no longer be read</source>
        <translation>%1 não pode mais ser lido</translation>
    </message>
    <message>
        <source>%1 may only be read</source>
        <translation>%1 é só para leitura</translation>
    </message>
    <message>
        <source>What you see is kept. The file is looked at again when it changes.</source>
        <translation>O que você vê é mantido. O arquivo é relido quando mudar.</translation>
    </message>
    <message>
        <source>It can be edited and tested as a draft; publishing needs the right to write it.</source>
        <translation>Pode ser editado e testado como rascunho; publicar exige permissão de escrita.</translation>
    </message>
</context>
<context>
    <name>DurationHistogram</name>
    <message>
        <source>Durations in other runs</source>
        <translation>Durações em outras execuções</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n execução</numerusform>
            <numerusform>%n execuções</numerusform>
        </translation>
    </message>
    <message>
        <source>A %1, %2 percent took at most as long</source>
        <translation>A %1, %2 por cento levaram no máximo isso</translation>
    </message>
    <message>
        <source>B %1, %2 percent took at most as long</source>
        <translation>B %1, %2 por cento levaram no máximo isso</translation>
    </message>
    <message>
        <source>Too few runs are kept for a distribution.</source>
        <translation>Há execuções guardadas de menos para uma distribuição.</translation>
    </message>
</context>
<context>
    <name>EditCanvas</name>
    <message>
        <source>There is no other step</source>
        <translation>Não há outra etapa</translation>
    </message>
    <message>
        <source>No step and no edge is selected</source>
        <translation>Nenhuma etapa nem aresta está selecionada</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) copied as YAML</source>
        <translation>
            <numerusform>%n etapa copiada como YAML</numerusform>
            <numerusform>%n etapas copiadas como YAML</numerusform>
        </translation>
    </message>
    <message>
        <source>The clipboard holds no steps: an id, and what the step does under it</source>
        <translation>A área de transferência não tem etapas: um id e, sob ele, o que a etapa faz</translation>
    </message>
    <message>
        <source>Label of %1</source>
        <translation>Rótulo de %1</translation>
    </message>
    <message>
        <source>Name of the group</source>
        <translation>Nome do grupo</translation>
    </message>
    <message>
        <source>Distribute</source>
        <translation>Distribuir</translation>
    </message>
    <message>
        <source>Align</source>
        <translation>Alinhar</translation>
    </message>
    <message>
        <source>Run this step</source>
        <translation>Executar esta etapa</translation>
    </message>
    <message>
        <source>Run up to here</source>
        <translation>Executar até aqui</translation>
    </message>
    <message>
        <source>Toggle the breakpoint</source>
        <translation>Pôr ou tirar o ponto de parada</translation>
    </message>
    <message>
        <source>Add a step after the selection</source>
        <translation>Adicionar uma etapa depois da seleção</translation>
    </message>
    <message>
        <source>Connect the selected step</source>
        <translation>Conectar a etapa selecionada</translation>
    </message>
    <message>
        <source>Edit the label</source>
        <translation>Editar o rótulo</translation>
    </message>
    <message>
        <source>Delete and bridge</source>
        <translation>Excluir e religar</translation>
    </message>
    <message>
        <source>Delete without bridging</source>
        <translation>Excluir sem religar</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplicar</translation>
    </message>
    <message>
        <source>Copy as YAML</source>
        <translation>Copiar como YAML</translation>
    </message>
    <message>
        <source>Cut as YAML</source>
        <translation>Recortar como YAML</translation>
    </message>
    <message>
        <source>Paste steps from YAML</source>
        <translation>Colar etapas de YAML</translation>
    </message>
    <message>
        <source>Group the selected steps</source>
        <translation>Agrupar as etapas selecionadas</translation>
    </message>
    <message>
        <source>Take the selected steps out of their group</source>
        <translation>Tirar as etapas selecionadas do grupo</translation>
    </message>
    <message>
        <source>No selected step is in a group</source>
        <translation>Nenhuma etapa selecionada está em um grupo</translation>
    </message>
    <message>
        <source>Align left edges</source>
        <translation>Alinhar pela esquerda</translation>
    </message>
    <message>
        <source>Align top edges</source>
        <translation>Alinhar pelo topo</translation>
    </message>
    <message>
        <source>Align centres in a column</source>
        <translation>Alinhar centros em coluna</translation>
    </message>
    <message>
        <source>Align centres in a row</source>
        <translation>Alinhar centros em linha</translation>
    </message>
    <message>
        <source>Distribute from left to right</source>
        <translation>Distribuir da esquerda para a direita</translation>
    </message>
    <message>
        <source>Distribute from top to bottom</source>
        <translation>Distribuir de cima para baixo</translation>
    </message>
    <message>
        <source>Lay out all steps</source>
        <translation>Dispor todas as etapas</translation>
    </message>
    <message>
        <source>Lay out the selected steps</source>
        <translation>Dispor as etapas selecionadas</translation>
    </message>
    <message>
        <source>No step was moved by hand</source>
        <translation>Nenhuma etapa foi movida à mão</translation>
    </message>
    <message>
        <source>Do not snap to the grid</source>
        <translation>Não prender à grade</translation>
    </message>
    <message>
        <source>Snap to the grid</source>
        <translation>Prender à grade</translation>
    </message>
    <message>
        <source>Fit the whole graph</source>
        <translation>Ajustar o grafo inteiro</translation>
    </message>
    <message>
        <source>Fit the selected steps</source>
        <translation>Ajustar as etapas selecionadas</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Aproximar</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Afastar</translation>
    </message>
    <message>
        <source>Zoom to 100 %</source>
        <translation>Zoom de 100 %</translation>
    </message>
    <message>
        <source>Select all steps</source>
        <translation>Selecionar todas as etapas</translation>
    </message>
    <message>
        <source>Find a step</source>
        <translation>Procurar uma etapa</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Próxima ocorrência</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Ocorrência anterior</translation>
    </message>
    <message>
        <source>Hide the step palette</source>
        <translation>Ocultar a paleta de etapas</translation>
    </message>
    <message>
        <source>Show the step palette</source>
        <translation>Mostrar a paleta de etapas</translation>
    </message>
    <message numerus="yes">
        <source>Move %n step(s)</source>
        <translation>
            <numerusform>Mover %n etapa</numerusform>
            <numerusform>Mover %n etapas</numerusform>
        </translation>
    </message>
    <message>
        <source>Graph follows line %1 once it parses</source>
        <translation>O grafo acompanha a linha %1 assim que ela puder ser lida</translation>
    </message>
    <message>
        <source>Until then it shows what could be read last.</source>
        <translation>Até lá ele mostra o que foi lido por último.</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n etapa</numerusform>
            <numerusform>%n etapas</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n branch(es)</source>
        <translation>
            <numerusform>%n ramo</numerusform>
            <numerusform>%n ramos</numerusform>
        </translation>
    </message>
    <message>
        <source>Tab adds a step after the selection</source>
        <translation>Tab adiciona uma etapa depois da seleção</translation>
    </message>
    <message>
        <source>Canvas of the flow</source>
        <translation>Quadro do fluxo</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>Selecionar</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Conectar</translation>
    </message>
    <message>
        <source>What a press on a step does</source>
        <translation>O que faz pressionar uma etapa</translation>
    </message>
    <message>
        <source>Auto layout</source>
        <translation>Layout automático</translation>
    </message>
    <message>
        <source>Lays out the selected steps again, or all of them</source>
        <translation>Dispõe de novo as etapas selecionadas, ou todas</translation>
    </message>
    <message>
        <source>Press Tab or drag a step here</source>
        <translation>Pressione Tab ou arraste uma etapa para cá</translation>
    </message>
    <message>
        <source>Arrow keys move along the edges between steps, Tab adds a step, C connects.</source>
        <translation>As setas andam pelas arestas entre etapas, Tab adiciona uma etapa, C conecta.</translation>
    </message>
    <message>
        <source>No selected step was moved by hand</source>
        <translation>Nenhuma etapa selecionada foi movida à mão</translation>
    </message>
    <message>
        <source>Select the next edge of the step</source>
        <translation>Selecionar a próxima aresta da etapa</translation>
    </message>
    <message>
        <source>No step is selected</source>
        <translation>Nenhuma etapa está selecionada</translation>
    </message>
    <message>
        <source>A group holds some of the steps, not all</source>
        <translation>Um grupo contém algumas das etapas, não todas</translation>
    </message>
    <message>
        <source>%1 is not connected to the other selected steps</source>
        <translation>%1 não está conectada às outras etapas selecionadas</translation>
    </message>
</context>
<context>
    <name>EditInspector</name>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n etapa</numerusform>
            <numerusform>%n etapas</numerusform>
        </translation>
    </message>
    <message>
        <source>Inspector of the flow %1</source>
        <translation>Inspetor do fluxo %1</translation>
    </message>
    <message>
        <source>Inspector of the step %1</source>
        <translation>Inspetor da etapa %1</translation>
    </message>
    <message>
        <source>Fields follow line %1 once it can be read.</source>
        <translation>Os campos acompanham a linha %1 assim que ela puder ser lida.</translation>
    </message>
    <message>
        <source>Fields follow once the text can be read.</source>
        <translation>Os campos acompanham o texto assim que ele puder ser lido.</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Etapa</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Execuções</translation>
    </message>
    <message>
        <source>Parts of the inspector</source>
        <translation>Partes do inspetor</translation>
    </message>
    <message>
        <source>Flow</source>
        <translation>Fluxo</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Etapas</translation>
    </message>
</context>
<context>
    <name>EditView</name>
    <message>
        <source>Arrow keys choose what follows %1</source>
        <translation>As setas escolhem o que segue %1</translation>
    </message>
    <message>
        <source>Goes between %1 and %2</source>
        <translation>Fica entre %1 e %2</translation>
    </message>
    <message>
        <source>Edge from %1 to %2: Delete takes it away, Esc leaves it</source>
        <translation>Aresta de %1 a %2: Delete a remove, Esc sai dela</translation>
    </message>
</context>
<context>
    <name>EditorDesk</name>
    <message>
        <source>The file was changed outside, and was read again.</source>
        <translation>O arquivo foi alterado por fora e foi lido de novo.</translation>
    </message>
    <message>
        <source>Another window edits this draft</source>
        <translation>Outra janela edita este rascunho</translation>
    </message>
    <message>
        <source>Your draft of %1</source>
        <translation>Seu rascunho de %1</translation>
    </message>
    <message>
        <source>The flow&apos;s file has changed since it was begun.</source>
        <translation>O arquivo do fluxo mudou desde que ele foi começado.</translation>
    </message>
    <message>
        <source>It is not published. Undo does not reach behind it.</source>
        <translation>Ele não está publicado. Desfazer não vai além dele.</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Problemas</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>Estrutura</translation>
    </message>
    <message>
        <source>Tests</source>
        <translation>Testes</translation>
    </message>
    <message>
        <source>What is shown beside the YAML</source>
        <translation>O que aparece ao lado do YAML</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Tentar de novo</translation>
    </message>
    <message>
        <source>Process %1 on %2 has it. Here it can only be read.</source>
        <translation>O processo %1 em %2 está com ele. Aqui só é possível ler.</translation>
    </message>
</context>
<context>
    <name>EditorHeader</name>
    <message>
        <source>Flows</source>
        <translation>Fluxos</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>Grafo</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Dividido</translation>
    </message>
    <message>
        <source>YAML</source>
        <translation>YAML</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>O que aparece</translation>
    </message>
</context>
<context>
    <name>EditorPage</name>
    <message>
        <source>No flow is open.</source>
        <translation>Nenhum fluxo está aberto.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Desfazer</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Não há nada para desfazer.</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Refazer</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>Não há nada para refazer.</translation>
    </message>
    <message>
        <source>Save the draft now</source>
        <translation>Salvar o rascunho agora</translation>
    </message>
    <message>
        <source>Discard the draft</source>
        <translation>Descartar o rascunho</translation>
    </message>
    <message>
        <source>The draft is discarded. Undo brings it back.</source>
        <translation>O rascunho foi descartado. Desfazer o traz de volta.</translation>
    </message>
    <message>
        <source>There are no changes.</source>
        <translation>Não há alterações.</translation>
    </message>
    <message>
        <source>It was never published.</source>
        <translation>Nunca foi publicado.</translation>
    </message>
    <message>
        <source>New flow</source>
        <translation>Novo fluxo</translation>
    </message>
    <message>
        <source>Runs of this flow</source>
        <translation>Execuções deste fluxo</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mais</translation>
    </message>
    <message>
        <source>Show the graph</source>
        <translation>Mostrar o grafo</translation>
    </message>
    <message>
        <source>Show graph and YAML</source>
        <translation>Mostrar grafo e YAML</translation>
    </message>
    <message>
        <source>Show the YAML</source>
        <translation>Mostrar o YAML</translation>
    </message>
    <message>
        <source>Show or hide the inspector</source>
        <translation>Mostrar ou ocultar o inspetor</translation>
    </message>
    <message>
        <source>Show or hide the panes below</source>
        <translation>Mostrar ou ocultar os painéis de baixo</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>Estrutura</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Problemas</translation>
    </message>
    <message>
        <source>Tests</source>
        <translation>Testes</translation>
    </message>
    <message>
        <source>Next problem</source>
        <translation>Próximo problema</translation>
    </message>
    <message>
        <source>Previous problem</source>
        <translation>Problema anterior</translation>
    </message>
    <message>
        <source>Quick fix</source>
        <translation>Correção rápida</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Desfazer: %1</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>Refazer: %1</translation>
    </message>
    <message>
        <source>The files of this workspace are with its engine.</source>
        <translation>Os arquivos deste espaço de trabalho estão com o motor dele.</translation>
    </message>
    <message>
        <source>Import a GitHub Actions workflow</source>
        <translation>Importar um workflow do GitHub Actions</translation>
    </message>
    <message>
        <source>Workflows (*.yml *.yaml)</source>
        <translation>Workflows (*.yml *.yaml)</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 não pode ser lido: %2</translation>
    </message>
    <message>
        <source>%1 is larger than 1 MiB.</source>
        <translation>%1 tem mais de 1 MiB.</translation>
    </message>
    <message>
        <source>The flow has errors.</source>
        <translation>O fluxo tem erros.</translation>
    </message>
    <message>
        <source>Export the graph as PNG …</source>
        <translation>Exportar o grafo como PNG …</translation>
    </message>
    <message>
        <source>Export the graph as SVG …</source>
        <translation>Exportar o grafo como SVG …</translation>
    </message>
    <message>
        <source>Copy the graph as Mermaid</source>
        <translation>Copiar o grafo como Mermaid</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
    <message>
        <source>Export the graph</source>
        <translation>Exportar o grafo</translation>
    </message>
    <message>
        <source>Vector picture (*.svg)</source>
        <translation>Imagem vetorial (*.svg)</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>Imagem (*.png)</translation>
    </message>
    <message>
        <source>%1 is written</source>
        <translation>%1 foi gravado</translation>
    </message>
    <message>
        <source>Flow editor</source>
        <translation>Editor de fluxo</translation>
    </message>
    <message>
        <source>%1, edited</source>
        <comment>a flow&apos;s name</comment>
        <translation>%1, em edição</translation>
    </message>
    <message>
        <source>Read the file again</source>
        <translation>Ler o arquivo de novo</translation>
    </message>
    <message>
        <source>The files of this workspace are with its engine. Edit flows where they are.</source>
        <translation>Os arquivos deste espaço de trabalho estão com o motor dele. Edite os fluxos onde eles estão.</translation>
    </message>
    <message>
        <source>Choose a flow from the list.</source>
        <translation>Escolha um fluxo da lista.</translation>
    </message>
    <message>
        <source>There is no flow named %1 in this workspace.</source>
        <translation>Não há fluxo chamado %1 neste espaço de trabalho.</translation>
    </message>
    <message>
        <source>Version %1 of the file</source>
        <translation>Versão %1 do arquivo</translation>
    </message>
    <message>
        <source>Diff v%1</source>
        <translation>Comparar v%1</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versões</translation>
    </message>
    <message>
        <source>Publish v%1</source>
        <translation>Publicar v%1</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Publicar</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s) must be mended first.</source>
        <translation>
            <numerusform>%n erro precisa ser corrigido antes.</numerusform>
            <numerusform>%n erros precisam ser corrigidos antes.</numerusform>
        </translation>
    </message>
    <message>
        <source>Draft of v%1</source>
        <translation>Rascunho da v%1</translation>
    </message>
    <message>
        <source>v%1</source>
        <comment>a version</comment>
        <translation>v%1</translation>
    </message>
    <message numerus="yes">
        <source>%n edit(s)</source>
        <translation>
            <numerusform>%n edição</numerusform>
            <numerusform>%n edições</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, being saved</source>
        <comment>3 edits</comment>
        <translation>%1, salvando</translation>
    </message>
    <message>
        <source>%1, saved %2</source>
        <comment>3 edits, saved 14:06</comment>
        <translation>%1, salvo às %2</translation>
    </message>
    <message>
        <source>It is still being checked</source>
        <translation>Ainda está sendo verificado</translation>
    </message>
    <message>
        <source>There is no file yet.</source>
        <translation>Ainda não há arquivo.</translation>
    </message>
    <message>
        <source>Find in the YAML</source>
        <translation>Buscar no YAML</translation>
    </message>
    <message>
        <source>Find the next match in the YAML</source>
        <translation>Buscar a próxima ocorrência no YAML</translation>
    </message>
    <message>
        <source>Find the match before in the YAML</source>
        <translation>Buscar a ocorrência anterior no YAML</translation>
    </message>
    <message>
        <source>Go to a line of the YAML</source>
        <translation>Ir para uma linha do YAML</translation>
    </message>
    <message>
        <source>Comment the lines out or in</source>
        <translation>Comentar ou descomentar as linhas</translation>
    </message>
    <message>
        <source>Another window edits this draft.</source>
        <translation>Outra janela edita este rascunho.</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparar</translation>
    </message>
    <message>
        <source>The flow&apos;s file may only be read.</source>
        <translation>O arquivo do fluxo é só para leitura.</translation>
    </message>
    <message>
        <source>File on disk</source>
        <translation>Arquivo no disco</translation>
    </message>
</context>
<context>
    <name>EnginePill</name>
    <message>
        <source>Engine starting</source>
        <translation>Motor iniciando</translation>
    </message>
    <message>
        <source>Engine finishing</source>
        <translation>Motor terminando</translation>
    </message>
    <message>
        <source>Engine unreachable</source>
        <translation>Motor inacessível</translation>
    </message>
    <message>
        <source>Engine %1</source>
        <translation>Motor %1</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>ocioso</translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n em execução</numerusform>
            <numerusform>%n em execução</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EnvHistoryPane</name>
    <message>
        <source>When</source>
        <translation>Quando</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Ambiente</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quem</translation>
    </message>
    <message>
        <source>What</source>
        <translation>O quê</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por quê</translation>
    </message>
    <message>
        <source>History of the environments</source>
        <translation>Histórico dos ambientes</translation>
    </message>
    <message>
        <source>Restore what was before</source>
        <translation>Restaurar o que havia antes</translation>
    </message>
    <message>
        <source>As an edit that you can look at before it is applied</source>
        <translation>Como uma edição que você pode conferir antes de aplicar</translation>
    </message>
    <message>
        <source>%1 revealed</source>
        <translation>%1 revelado</translation>
    </message>
    <message>
        <source>%1 removed</source>
        <translation>%1 removido</translation>
    </message>
    <message>
        <source>%1 added</source>
        <translation>%1 adicionado</translation>
    </message>
    <message>
        <source>%1 changed</source>
        <translation>%1 alterado</translation>
    </message>
    <message>
        <source>Nothing was applied yet.</source>
        <translation>Nada foi aplicado ainda.</translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n registro</numerusform>
            <numerusform>%n registros</numerusform>
        </translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurar</translation>
    </message>
    <message>
        <source>%1 forgotten by the store</source>
        <translation>%1 esquecido pelo cofre</translation>
    </message>
    <message>
        <source>%1 set in the store</source>
        <translation>%1 definido no cofre</translation>
    </message>
    <message>
        <source>%1 rotated in the store</source>
        <translation>%1 trocado no cofre</translation>
    </message>
</context>
<context>
    <name>EnvWords</name>
    <message>
        <source>no value in %1</source>
        <translation>sem valor em %1</translation>
    </message>
    <message>
        <source>the template&apos;s text is still there in %1</source>
        <translation>o texto do modelo ainda está em %1</translation>
    </message>
    <message>
        <source>no URL in %1: %2</source>
        <translation>não é URL em %1: %2</translation>
    </message>
    <message>
        <source>http:// to another machine in %1</source>
        <translation>http:// para outra máquina em %1</translation>
    </message>
    <message>
        <source>cannot be deployed from %1: %2</source>
        <translation>não pode ser implantado a partir de %1: %2</translation>
    </message>
    <message>
        <source>cannot be read in %1: %2</source>
        <translation>não pode ser lido em %1: %2</translation>
    </message>
    <message>
        <source>another value in %1</source>
        <translation>outro valor em %1</translation>
    </message>
    <message>
        <source>in %1 only, not in the template</source>
        <translation>só em %1, não no modelo</translation>
    </message>
    <message>
        <source>no flow uses it</source>
        <translation>nenhum fluxo usa</translation>
    </message>
    <message numerus="yes">
        <source>breaks %1 and %n more</source>
        <translation>
            <numerusform>quebra %1 e mais %n</numerusform>
            <numerusform>quebra %1 e mais %n</numerusform>
        </translation>
    </message>
    <message>
        <source>breaks %1</source>
        <translation>quebra %1</translation>
    </message>
    <message>
        <source>not in it</source>
        <translation>não está nele</translation>
    </message>
    <message>
        <source>required</source>
        <translation>obrigatório</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>opcional</translation>
    </message>
    <message>
        <source>answers %1 in %2</source>
        <translation>responde %1 em %2</translation>
    </message>
    <message>
        <source>nothing is under this path: %1</source>
        <translation>não há nada neste caminho: %1</translation>
    </message>
    <message>
        <source>in trouble: %1</source>
        <translation>com problemas: %1</translation>
    </message>
    <message>
        <source>the host is not known</source>
        <translation>o host não é conhecido</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>sem resposta</translation>
    </message>
    <message>
        <source>its certificate is not trusted</source>
        <translation>o certificado não é confiável</translation>
    </message>
    <message>
        <source>no URL</source>
        <translation>não é URL</translation>
    </message>
    <message>
        <source>no reference to a secret in %1: %2</source>
        <translation>não é referência a um segredo em %1: %2</translation>
    </message>
    <message>
        <source>does not work in %1: %2</source>
        <translation>não funciona em %1: %2</translation>
    </message>
    <message>
        <source>in %1 the process has another value, which is stronger</source>
        <translation>em %1 o processo tem outro valor, que é mais forte</translation>
    </message>
    <message>
        <source>in %1 the revision %2 runs without it</source>
        <translation>em %1 a revisão %2 executa sem ela</translation>
    </message>
    <message>
        <source>in %1 the revision %2 runs with another value</source>
        <translation>em %1 a revisão %2 executa com outro valor</translation>
    </message>
    <message>
        <source>in %1 only the revision %2 has it</source>
        <translation>em %1 só a revisão %2 a tem</translation>
    </message>
    <message>
        <source>DNS %1</source>
        <translation>DNS %1</translation>
    </message>
    <message>
        <source>connection %1</source>
        <translation>conexão %1</translation>
    </message>
    <message>
        <source>TLS %1</source>
        <translation>TLS %1</translation>
    </message>
</context>
<context>
    <name>EnvironmentMenu</name>
    <message>
        <source>Environments</source>
        <translation>Ambientes</translation>
    </message>
    <message>
        <source>The engine elsewhere decides where it runs</source>
        <translation>O motor remoto decide onde executa</translation>
    </message>
    <message>
        <source>Keys of all environments</source>
        <translation>Chaves de todos os ambientes</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problema</numerusform>
            <numerusform>%n problemas</numerusform>
        </translation>
    </message>
    <message>
        <source>applied %1, %2</source>
        <comment>a time and a person</comment>
        <translation>aplicado %1, %2</translation>
    </message>
    <message>
        <source>Lock production, open for %1</source>
        <translation>Bloquear produção, aberta por %1</translation>
    </message>
    <message>
        <source>Unlock production for 15 minutes</source>
        <translation>Desbloquear produção por 15 minutos</translation>
    </message>
</context>
<context>
    <name>EnvironmentTag</name>
    <message>
        <source>Environment %1</source>
        <translation>Ambiente %1</translation>
    </message>
    <message>
        <source>%1, locked</source>
        <translation>%1, bloqueado</translation>
    </message>
    <message>
        <source>%1, unlocked</source>
        <translation>%1, desbloqueado</translation>
    </message>
</context>
<context>
    <name>EnvironmentsPage</name>
    <message>
        <source>The files are with the engine</source>
        <translation>Os arquivos estão com o motor</translation>
    </message>
    <message>
        <source>The files are being read</source>
        <translation>Os arquivos estão sendo lidos</translation>
    </message>
    <message>
        <source>Select a cell first</source>
        <translation>Selecione uma célula primeiro</translation>
    </message>
    <message>
        <source>Nothing has changed</source>
        <translation>Nada mudou</translation>
    </message>
    <message numerus="yes">
        <source>Review %n change(s)</source>
        <translation>
            <numerusform>Revisar %n alteração</numerusform>
            <numerusform>Revisar %n alterações</numerusform>
        </translation>
    </message>
    <message>
        <source>Review and apply</source>
        <translation>Revisar e aplicar</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Desfazer</translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation>Nada para desfazer</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Refazer</translation>
    </message>
    <message>
        <source>Nothing to redo</source>
        <translation>Nada para refazer</translation>
    </message>
    <message>
        <source>Discard all edits</source>
        <translation>Descartar todas as edições</translation>
    </message>
    <message>
        <source>Filter keys</source>
        <translation>Filtrar chaves</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Verificando…</translation>
    </message>
    <message>
        <source>Check URLs</source>
        <translation>Verificar URLs</translation>
    </message>
    <message>
        <source>URLs are being checked</source>
        <translation>As URLs estão sendo verificadas</translation>
    </message>
    <message>
        <source>No flow calls a URL of these</source>
        <translation>Nenhum fluxo chama uma destas URLs</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importar</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Lock production</source>
        <translation>Bloquear produção</translation>
    </message>
    <message>
        <source>Unlock production</source>
        <translation>Desbloquear produção</translation>
    </message>
    <message>
        <source>There is no production environment</source>
        <translation>Não há ambiente de produção</translation>
    </message>
    <message>
        <source>Create .env from the template</source>
        <translation>Criar .env a partir do modelo</translation>
    </message>
    <message>
        <source>There is no template</source>
        <translation>Não há modelo</translation>
    </message>
    <message>
        <source>The cell has no value</source>
        <translation>A célula não tem valor</translation>
    </message>
    <message>
        <source>Nothing was copied</source>
        <translation>Nada foi copiado</translation>
    </message>
    <message>
        <source>Edit the value</source>
        <translation>Editar o valor</translation>
    </message>
    <message>
        <source>Unset the key</source>
        <translation>Remover o valor da chave</translation>
    </message>
    <message>
        <source>Copy the value</source>
        <translation>Copiar o valor</translation>
    </message>
    <message>
        <source>Paste into the cell</source>
        <translation>Colar na célula</translation>
    </message>
    <message>
        <source>Paste into every environment</source>
        <translation>Colar em todos os ambientes</translation>
    </message>
    <message>
        <source>Next problem</source>
        <translation>Próximo problema</translation>
    </message>
    <message>
        <source>There is no problem</source>
        <translation>Não há problemas</translation>
    </message>
    <message>
        <source>Reveal the secret for 20 seconds</source>
        <translation>Revelar o segredo por 20 segundos</translation>
    </message>
    <message>
        <source>Check this URL</source>
        <translation>Verificar esta URL</translation>
    </message>
    <message>
        <source>The cell has no URL</source>
        <translation>A célula não tem URL</translation>
    </message>
    <message>
        <source>Unset %1</source>
        <translation>Remover o valor de %1</translation>
    </message>
    <message>
        <source>Copied for this page only: a secret does not go to the clipboard.</source>
        <translation>Copiado só para esta página: um segredo não vai para a área de transferência.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
    <message>
        <source>Paste %1</source>
        <translation>Colar %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a key and what is wrong with it</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>This value is no secret.</source>
        <translation>Este valor não é segredo.</translation>
    </message>
    <message numerus="yes">
        <source>%n URL(s) are asked with OPTIONS: no function runs.</source>
        <translation>
            <numerusform>%n URL é consultada com OPTIONS: nenhuma função é executada.</numerusform>
            <numerusform>%n URLs são consultadas com OPTIONS: nenhuma função é executada.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n URL(s) answer.</source>
        <translation>
            <numerusform>%1 de %n URL responde.</numerusform>
            <numerusform>%1 de %n URLs respondem.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written, and the engine has read them.</source>
        <translation>
            <numerusform>%n arquivo gravado, e o motor já o leu.</numerusform>
            <numerusform>%n arquivos gravados, e o motor já os leu.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written.</source>
        <translation>
            <numerusform>%n arquivo gravado.</numerusform>
            <numerusform>%n arquivos gravados.</numerusform>
        </translation>
    </message>
    <message>
        <source>Create from the template</source>
        <translation>Criar a partir do modelo</translation>
    </message>
    <message>
        <source>Production can be edited for 15 minutes; applying asks for its name.</source>
        <translation>A produção pode ser editada por 15 minutos; ao aplicar, o nome dela é pedido.</translation>
    </message>
    <message>
        <source>The env files of this workspace are with its engine, and only it can read them. Open the workspace where it is, or use `batuta env` there.</source>
        <translation>Os arquivos env deste espaço de trabalho estão com o motor dele, e só ele pode lê-los. Abra o espaço de trabalho onde ele está, ou use `batuta env` lá.</translation>
    </message>
    <message>
        <source>Add to .gitignore</source>
        <translation>Adicionar ao .gitignore</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>Usar o deles</translation>
    </message>
    <message>
        <source>Take what is on the disk</source>
        <translation>Usar o que está no disco</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Manter o meu</translation>
    </message>
    <message>
        <source>Keep the edits</source>
        <translation>Manter as edições</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparar</translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) as before: review and apply.</source>
        <translation>
            <numerusform>%n chave como antes: revise e aplique.</numerusform>
            <numerusform>%n chaves como antes: revise e aplique.</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>Copiar %1</translation>
    </message>
    <message>
        <source>Environments</source>
        <translation>Ambientes</translation>
    </message>
    <message>
        <source>There is no env file and no template in this workspace, and no flow needs a key.</source>
        <translation>Não há arquivo env nem modelo neste espaço de trabalho, e nenhum fluxo precisa de chave.</translation>
    </message>
    <message>
        <source>There is no env file yet. Create one from the template: nothing is written before you apply it.</source>
        <translation>Ainda não há arquivo env. Crie um a partir do modelo: nada é gravado antes de você aplicar.</translation>
    </message>
    <message numerus="yes">
        <source>%n env file(s) could get into git.</source>
        <translation>
            <numerusform>%n arquivo env pode acabar no git.</numerusform>
            <numerusform>%n arquivos env podem acabar no git.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) changed on the disk that you have edited.</source>
        <translation>
            <numerusform>%n chave que você editou mudou no disco.</numerusform>
            <numerusform>%n chaves que você editou mudaram no disco.</numerusform>
        </translation>
    </message>
    <message>
        <source>Template %1</source>
        <translation>Modelo %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n key(s)</source>
        <translation>
            <numerusform>%1 de %n chave</numerusform>
            <numerusform>%1 de %n chaves</numerusform>
        </translation>
    </message>
    <message>
        <source>All %1</source>
        <translation>Todas %1</translation>
    </message>
    <message>
        <source>Problems %1</source>
        <translation>Problemas %1</translation>
    </message>
    <message>
        <source>Different %1</source>
        <translation>Diferentes %1</translation>
    </message>
    <message>
        <source>Secrets %1</source>
        <translation>Segredos %1</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Visão</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>Matriz</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Diferenças</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Arquivos</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Histórico</translation>
    </message>
    <message>
        <source>Keys that are shown</source>
        <translation>Chaves mostradas</translation>
    </message>
    <message>
        <source>Keys by environment</source>
        <translation>Chaves por ambiente</translation>
    </message>
    <message numerus="yes">
        <source>%n edit(s) of the last time are here again: not applied yet.</source>
        <translation>
            <numerusform>%n edição da última vez está aqui de novo: ainda não aplicada.</numerusform>
            <numerusform>%n edições da última vez estão aqui de novo: ainda não aplicadas.</numerusform>
        </translation>
    </message>
    <message>
        <source>Set or rotate the secret</source>
        <translation>Definir ou trocar o segredo</translation>
    </message>
    <message>
        <source>Move all secrets to the keyring</source>
        <translation>Mover todos os segredos para o chaveiro</translation>
    </message>
    <message>
        <source>Move all secrets to a sealed file</source>
        <translation>Mover todos os segredos para um arquivo selado</translation>
    </message>
    <message>
        <source>There is no store of secrets yet</source>
        <translation>Ainda não há cofre de segredos</translation>
    </message>
    <message>
        <source>The store is at work</source>
        <translation>O cofre está trabalhando</translation>
    </message>
    <message>
        <source>Shown for 20 seconds; the audit has it.</source>
        <translation>Visível por 20 segundos; registrado na auditoria.</translation>
    </message>
    <message>
        <source>The store of secrets has its value: reveal it first.</source>
        <translation>O cofre de segredos guarda o valor: revele-o primeiro.</translation>
    </message>
    <message>
        <source>On the clipboard for 20 seconds.</source>
        <translation>Na área de transferência por 20 segundos.</translation>
    </message>
    <message>
        <source>The sealed file is open.</source>
        <translation>O arquivo selado está aberto.</translation>
    </message>
    <message>
        <source>Type the passphrase</source>
        <translation>Digite a senha</translation>
    </message>
    <message>
        <source>There is no sealed file here</source>
        <translation>Não há arquivo selado aqui</translation>
    </message>
    <message>
        <source>Ask the cloud again</source>
        <translation>Perguntar de novo à nuvem</translation>
    </message>
    <message>
        <source>The workspace names no cloud</source>
        <translation>O espaço de trabalho não indica nuvem</translation>
    </message>
    <message>
        <source>It is being asked</source>
        <translation>Já se está perguntando</translation>
    </message>
    <message>
        <source>Deployed: %1</source>
        <translation>Implantado: %1</translation>
    </message>
    <message>
        <source>Deployed: none</source>
        <translation>Implantado: nenhum</translation>
    </message>
    <message>
        <source>%1, as of %2</source>
        <translation>%1, às %2</translation>
    </message>
    <message>
        <source>%1, %2 % of the traffic</source>
        <translation>%1, %2 % do tráfego</translation>
    </message>
    <message>
        <source>The cloud does not answer; what is deployed is shown as of %1.</source>
        <translation>A nuvem não responde; o que está implantado é mostrado como às %1.</translation>
    </message>
    <message>
        <source>What is deployed cannot be shown.</source>
        <translation>Não dá para mostrar o que está implantado.</translation>
    </message>
    <message>
        <source>The sealed file of secrets is closed.</source>
        <translation>O arquivo selado dos segredos está fechado.</translation>
    </message>
    <message>
        <source>Steps that need one of its secrets are skipped until it is open.</source>
        <translation>Etapas que precisam de um dos segredos são puladas até que seja aberto.</translation>
    </message>
    <message>
        <source>What runs is shown here, and not changed</source>
        <translation>O que executa é mostrado aqui, e não alterado</translation>
    </message>
    <message>
        <source>Environment whose deployed variables are shown</source>
        <translation>Ambiente cujas variáveis implantadas são mostradas</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>Internal error</source>
        <translation>Erro interno</translation>
    </message>
    <message>
        <source>Please report it with the lines of the log around it.</source>
        <translation>Relate o erro com as linhas do log em volta dele.</translation>
    </message>
    <message>
        <source>The command line is not understood</source>
        <translation>A linha de comando não foi entendida</translation>
    </message>
    <message>
        <source>Run the command with --help.</source>
        <translation>Execute o comando com --help.</translation>
    </message>
    <message>
        <source>The file cannot be read</source>
        <translation>Não é possível ler o arquivo</translation>
    </message>
    <message>
        <source>Check the path and its permissions.</source>
        <translation>Verifique o caminho e as permissões.</translation>
    </message>
    <message>
        <source>The file is too large</source>
        <translation>O arquivo é grande demais</translation>
    </message>
    <message>
        <source>Split it, or remove what is not needed.</source>
        <translation>Divida o arquivo ou remova o que não for necessário.</translation>
    </message>
    <message>
        <source>The file cannot be written</source>
        <translation>Não é possível gravar o arquivo</translation>
    </message>
    <message>
        <source>Check the folder, its permissions and the free space.</source>
        <translation>Verifique a pasta, as permissões e o espaço livre.</translation>
    </message>
    <message>
        <source>The text is not valid JSON</source>
        <translation>O texto não é JSON válido</translation>
    </message>
    <message>
        <source>Mend the JSON at the place given.</source>
        <translation>Corrija o JSON no lugar indicado.</translation>
    </message>
    <message>
        <source>The JSON is nested too deeply</source>
        <translation>O JSON tem níveis demais</translation>
    </message>
    <message>
        <source>Flatten it.</source>
        <translation>Reduza os níveis.</translation>
    </message>
    <message>
        <source>The JSON is too large</source>
        <translation>O JSON é grande demais</translation>
    </message>
    <message>
        <source>Send less, or raise the limit.</source>
        <translation>Envie menos ou aumente o limite.</translation>
    </message>
    <message>
        <source>The JSON Schema is not valid</source>
        <translation>O JSON Schema não é válido</translation>
    </message>
    <message>
        <source>Use draft-07 keywords with values of the right type.</source>
        <translation>Use palavras-chave do draft-07 com valores do tipo certo.</translation>
    </message>
    <message>
        <source>A value does not fit its schema</source>
        <translation>Um valor não segue seu esquema</translation>
    </message>
    <message>
        <source>Change the value as the rule says.</source>
        <translation>Mude o valor como a regra diz.</translation>
    </message>
    <message>
        <source>The expression cannot be read</source>
        <translation>Não é possível ler a expressão</translation>
    </message>
    <message>
        <source>Mend the expression at the column given.</source>
        <translation>Corrija a expressão na coluna indicada.</translation>
    </message>
    <message>
        <source>The expression uses an unknown name</source>
        <translation>A expressão usa um nome desconhecido</translation>
    </message>
    <message>
        <source>Use a known context or function.</source>
        <translation>Use um contexto ou uma função conhecidos.</translation>
    </message>
    <message>
        <source>The function was given the wrong number of arguments</source>
        <translation>A função recebeu um número errado de argumentos</translation>
    </message>
    <message>
        <source>See the function&apos;s signature.</source>
        <translation>Veja a assinatura da função.</translation>
    </message>
    <message>
        <source>The expression cannot be evaluated</source>
        <translation>Não é possível avaliar a expressão</translation>
    </message>
    <message>
        <source>Check the values it works on.</source>
        <translation>Verifique os valores que ela usa.</translation>
    </message>
    <message>
        <source>The expression is beyond a limit</source>
        <translation>A expressão passa de um limite</translation>
    </message>
    <message>
        <source>Make it shorter or less deep.</source>
        <translation>Deixe a expressão mais curta ou com menos níveis.</translation>
    </message>
    <message>
        <source>The text is not valid YAML</source>
        <translation>O texto não é YAML válido</translation>
    </message>
    <message>
        <source>Mend the YAML at the place given.</source>
        <translation>Corrija o YAML no lugar indicado.</translation>
    </message>
    <message>
        <source>The YAML is beyond a limit</source>
        <translation>O YAML passa de um limite</translation>
    </message>
    <message>
        <source>Make the file smaller, flatter, or with fewer aliases.</source>
        <translation>Deixe o arquivo menor, com menos níveis ou com menos aliases.</translation>
    </message>
    <message>
        <source>A key appears twice</source>
        <translation>Uma chave aparece duas vezes</translation>
    </message>
    <message>
        <source>Remove one of the two.</source>
        <translation>Remova uma das duas.</translation>
    </message>
    <message>
        <source>The format version is not known</source>
        <translation>A versão do formato não é conhecida</translation>
    </message>
    <message>
        <source>Write `batuta: 1` as the first key.</source>
        <translation>Escreva `batuta: 1` como primeira chave.</translation>
    </message>
    <message>
        <source>The key is not part of the format</source>
        <translation>A chave não faz parte do formato</translation>
    </message>
    <message>
        <source>Remove it or mend its spelling.</source>
        <translation>Remova a chave ou corrija a grafia.</translation>
    </message>
    <message>
        <source>A required key is missing</source>
        <translation>Falta uma chave obrigatória</translation>
    </message>
    <message>
        <source>Add the key.</source>
        <translation>Adicione a chave.</translation>
    </message>
    <message>
        <source>The value has the wrong type</source>
        <translation>O valor tem o tipo errado</translation>
    </message>
    <message>
        <source>Write a value of the type named.</source>
        <translation>Escreva um valor do tipo indicado.</translation>
    </message>
    <message>
        <source>The name is not allowed</source>
        <translation>O nome não é permitido</translation>
    </message>
    <message>
        <source>Names match [a-z][a-z0-9_]{0,62}.</source>
        <translation>Use nomes que seguem [a-z][a-z0-9_]{0,62}.</translation>
    </message>
    <message>
        <source>The value is not allowed</source>
        <translation>O valor não é permitido</translation>
    </message>
    <message>
        <source>Write one of the values named.</source>
        <translation>Escreva um dos valores indicados.</translation>
    </message>
    <message>
        <source>A step needs one that is not there</source>
        <translation>Uma etapa depende de outra que não existe</translation>
    </message>
    <message>
        <source>Name an existing step, or remove it from needs.</source>
        <translation>Indique uma etapa que existe ou remova o nome de needs.</translation>
    </message>
    <message>
        <source>The steps need each other in a circle</source>
        <translation>As etapas dependem umas das outras em círculo</translation>
    </message>
    <message>
        <source>Remove one of the needs on the path shown.</source>
        <translation>Remova um dos needs do caminho mostrado.</translation>
    </message>
    <message>
        <source>A step has exactly one kind</source>
        <translation>Uma etapa tem exatamente um tipo</translation>
    </message>
    <message>
        <source>This version of Batuta does not run it</source>
        <translation>Esta versão do Batuta não executa isso</translation>
    </message>
    <message>
        <source>Remove it, or use a version that does.</source>
        <translation>Remova ou use uma versão que execute.</translation>
    </message>
    <message>
        <source>Two settings contradict each other</source>
        <translation>Dois ajustes se contradizem</translation>
    </message>
    <message>
        <source>Change one of the two.</source>
        <translation>Mude um dos dois.</translation>
    </message>
    <message>
        <source>Two files define the same flow</source>
        <translation>Dois arquivos definem o mesmo fluxo</translation>
    </message>
    <message>
        <source>Rename one of them.</source>
        <translation>Renomeie um deles.</translation>
    </message>
    <message>
        <source>There is no such flow</source>
        <translation>Esse fluxo não existe</translation>
    </message>
    <message>
        <source>Run `batuta flows` for the list.</source>
        <translation>Execute `batuta flows` para ver a lista.</translation>
    </message>
    <message>
        <source>The routes cannot be used</source>
        <translation>Não é possível usar as rotas</translation>
    </message>
    <message>
        <source>Mend routes.yaml at the place given.</source>
        <translation>Corrija routes.yaml no lugar indicado.</translation>
    </message>
    <message>
        <source>A line of the environment file cannot be read</source>
        <translation>Não é possível ler uma linha do arquivo de ambiente</translation>
    </message>
    <message>
        <source>Write KEY=value, one a line.</source>
        <translation>Escreva CHAVE=valor, uma por linha.</translation>
    </message>
    <message>
        <source>The environment key is not allowed</source>
        <translation>A chave de ambiente não é permitida</translation>
    </message>
    <message>
        <source>Keys match [A-Za-z_][A-Za-z0-9_]*.</source>
        <translation>Use chaves que seguem [A-Za-z_][A-Za-z0-9_]*.</translation>
    </message>
    <message>
        <source>The input does not fit the flow</source>
        <translation>A entrada não serve para o fluxo</translation>
    </message>
    <message>
        <source>Change the fields named.</source>
        <translation>Mude os campos indicados.</translation>
    </message>
    <message>
        <source>There is no such execution</source>
        <translation>Essa execução não existe</translation>
    </message>
    <message>
        <source>Check the id; `batuta executions` lists them.</source>
        <translation>Verifique o id; `batuta executions` lista as execuções.</translation>
    </message>
    <message>
        <source>The execution has already ended</source>
        <translation>A execução já terminou</translation>
    </message>
    <message>
        <source>Nothing is left to do.</source>
        <translation>Não há mais nada a fazer.</translation>
    </message>
    <message>
        <source>The same request is already there</source>
        <translation>O mesmo pedido já está lá</translation>
    </message>
    <message>
        <source>Wait for the window to pass, or change the key.</source>
        <translation>Espere a janela de tempo passar ou mude a chave.</translation>
    </message>
    <message>
        <source>The engine is stopping</source>
        <translation>O motor está parando</translation>
    </message>
    <message>
        <source>Try again when it is back.</source>
        <translation>Tente de novo quando ele voltar.</translation>
    </message>
    <message>
        <source>The engine cannot be reached</source>
        <translation>O motor está inacessível</translation>
    </message>
    <message>
        <source>Start it with `batuta serve`, or check the address.</source>
        <translation>Inicie o motor com `batuta serve` ou verifique o endereço.</translation>
    </message>
    <message>
        <source>The URL is not usable</source>
        <translation>A URL não pode ser usada</translation>
    </message>
    <message>
        <source>Write http:// or https:// with a host.</source>
        <translation>Escreva http:// ou https:// com um host.</translation>
    </message>
    <message>
        <source>The host name cannot be resolved</source>
        <translation>Não é possível resolver o nome do host</translation>
    </message>
    <message>
        <source>Check the name and the network.</source>
        <translation>Verifique o nome e a rede.</translation>
    </message>
    <message>
        <source>The connection failed</source>
        <translation>A conexão falhou</translation>
    </message>
    <message>
        <source>Check that the server runs and the address is right.</source>
        <translation>Verifique se o servidor está rodando e se o endereço está certo.</translation>
    </message>
    <message>
        <source>The TLS connection failed</source>
        <translation>A conexão TLS falhou</translation>
    </message>
    <message>
        <source>Check the certificate, its host name and the clock.</source>
        <translation>Verifique o certificado, o nome do host e o relógio.</translation>
    </message>
    <message>
        <source>The time ran out</source>
        <translation>O tempo se esgotou</translation>
    </message>
    <message>
        <source>Raise the timeout, or find out why the server is slow.</source>
        <translation>Aumente o tempo limite ou descubra por que o servidor está lento.</translation>
    </message>
    <message>
        <source>The answer is too large</source>
        <translation>A resposta é grande demais</translation>
    </message>
    <message>
        <source>Raise the limit, or ask for less.</source>
        <translation>Aumente o limite ou peça menos.</translation>
    </message>
    <message>
        <source>The answer is not valid HTTP</source>
        <translation>A resposta não é HTTP válido</translation>
    </message>
    <message>
        <source>Check what listens at that address.</source>
        <translation>Verifique o que escuta nesse endereço.</translation>
    </message>
    <message>
        <source>The call was cancelled</source>
        <translation>A chamada foi cancelada</translation>
    </message>
    <message>
        <source>Nothing to mend.</source>
        <translation>Não há nada a corrigir.</translation>
    </message>
    <message>
        <source>The address cannot be listened on</source>
        <translation>Não é possível escutar nesse endereço</translation>
    </message>
    <message>
        <source>Choose a free port and a local address.</source>
        <translation>Escolha uma porta livre e um endereço local.</translation>
    </message>
    <message>
        <source>The request is not valid</source>
        <translation>O pedido não é válido</translation>
    </message>
    <message>
        <source>Mend the request as the detail says.</source>
        <translation>Corrija o pedido como o detalhe diz.</translation>
    </message>
    <message>
        <source>The request does not prove who sent it</source>
        <translation>O pedido não prova quem o enviou</translation>
    </message>
    <message>
        <source>Send `Authorization: Bearer &lt;token&gt;`.</source>
        <translation>Envie `Authorization: Bearer &lt;token&gt;`.</translation>
    </message>
    <message>
        <source>There is nothing at this address</source>
        <translation>Não há nada neste endereço</translation>
    </message>
    <message>
        <source>See /docs for the addresses.</source>
        <translation>Veja os endereços em /docs.</translation>
    </message>
    <message>
        <source>The method is not allowed here</source>
        <translation>O método não é permitido aqui</translation>
    </message>
    <message>
        <source>Use one of the methods in the Allow header.</source>
        <translation>Use um dos métodos do cabeçalho Allow.</translation>
    </message>
    <message>
        <source>The media type is not supported</source>
        <translation>O tipo de mídia não é aceito</translation>
    </message>
    <message>
        <source>Send `Content-Type: application/json`.</source>
        <translation>Envie `Content-Type: application/json`.</translation>
    </message>
    <message>
        <source>The request is too large</source>
        <translation>O pedido é grande demais</translation>
    </message>
    <message>
        <source>The server has too many connections</source>
        <translation>O servidor tem conexões demais</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>Tente de novo mais tarde.</translation>
    </message>
    <message>
        <source>The history cannot be opened</source>
        <translation>Não é possível abrir o histórico</translation>
    </message>
    <message>
        <source>Check the path, its permissions and the free space.</source>
        <translation>Verifique o caminho, as permissões e o espaço livre.</translation>
    </message>
    <message>
        <source>The history is damaged</source>
        <translation>O histórico está danificado</translation>
    </message>
    <message>
        <source>Move the file away and restore a copy.</source>
        <translation>Mova o arquivo para outro lugar e restaure uma cópia.</translation>
    </message>
    <message>
        <source>The history cannot be written</source>
        <translation>Não é possível gravar o histórico</translation>
    </message>
    <message>
        <source>Check the free space and the permissions.</source>
        <translation>Verifique o espaço livre e as permissões.</translation>
    </message>
    <message>
        <source>The history cannot be read</source>
        <translation>Não é possível ler o histórico</translation>
    </message>
    <message>
        <source>Check the file.</source>
        <translation>Verifique o arquivo.</translation>
    </message>
    <message>
        <source>The history was written by a newer version</source>
        <translation>O histórico foi gravado por uma versão mais nova</translation>
    </message>
    <message>
        <source>Use that version, or another file.</source>
        <translation>Use essa versão ou outro arquivo.</translation>
    </message>
    <message>
        <source>it has not answered for 3 s</source>
        <translation>não responde há 3 s</translation>
    </message>
    <message>
        <source>Write one kind, such as http, set or wait.</source>
        <translation>Escreva um tipo, como http, set ou wait.</translation>
    </message>
    <message>
        <source>As many executions of the flow run as it allows</source>
        <translation>Já há tantas execuções do fluxo quanto ele permite</translation>
    </message>
    <message>
        <source>Try again later, or let them queue.</source>
        <translation>Tente de novo mais tarde, ou deixe que esperem na fila.</translation>
    </message>
    <message>
        <source>The flow&apos;s version is not kept any more</source>
        <translation>A versão do fluxo não está mais guardada</translation>
    </message>
    <message>
        <source>Choose the newest version of the flow.</source>
        <translation>Escolha a versão mais nova do fluxo.</translation>
    </message>
    <message>
        <source>There is no such act</source>
        <translation>Não existe essa ação</translation>
    </message>
    <message>
        <source>See the list of acts in the documentation.</source>
        <translation>Veja a lista de ações na documentação.</translation>
    </message>
    <message>
        <source>The act does not fit what is going on</source>
        <translation>A ação não cabe no que está acontecendo</translation>
    </message>
    <message>
        <source>Look at the execution again, then choose.</source>
        <translation>Olhe a execução de novo e então escolha.</translation>
    </message>
    <message>
        <source>The role for this act is missing</source>
        <translation>Falta o papel para esta ação</translation>
    </message>
    <message>
        <source>Ask somebody who has the role.</source>
        <translation>Peça a alguém que tenha o papel.</translation>
    </message>
    <message>
        <source>The encrypted values cannot be read</source>
        <translation>Os valores cifrados não podem ser lidos</translation>
    </message>
    <message>
        <source>Put the key file back beside the history.</source>
        <translation>Devolva o arquivo da chave ao lado do histórico.</translation>
    </message>
    <message>
        <source>There is no space left for the history</source>
        <translation>Não há mais espaço para o histórico</translation>
    </message>
    <message>
        <source>Free some space; nothing that was acknowledged is lost.</source>
        <translation>Libere espaço; nada do que foi confirmado se perdeu.</translation>
    </message>
    <message>
        <source>The history is locked or out of reach</source>
        <translation>O histórico está bloqueado ou fora de alcance</translation>
    </message>
    <message>
        <source>Close the program that holds it or see that its server runs, then try again.</source>
        <translation>Feche o programa que o mantém aberto ou veja se o servidor dele está no ar; depois tente de novo.</translation>
    </message>
    <message>
        <source>The flow has no schedule</source>
        <translation>O fluxo não tem agendamento</translation>
    </message>
    <message>
        <source>Write a schedule among its triggers.</source>
        <translation>Escreva um agendamento entre os gatilhos dele.</translation>
    </message>
    <message>
        <source>No flow takes messages of this queue</source>
        <translation>Nenhum fluxo recebe mensagens desta fila</translation>
    </message>
    <message>
        <source>Name the queue in a message trigger of a flow.</source>
        <translation>Cite a fila em um gatilho de mensagem de um fluxo.</translation>
    </message>
    <message>
        <source>A secret is not configured</source>
        <translation>Um segredo não está configurado</translation>
    </message>
    <message>
        <source>Set it in the environment, then start again.</source>
        <translation>Defina-o no ambiente e inicie de novo.</translation>
    </message>
    <message>
        <source>nothing listens there</source>
        <translation>nada escuta nesse endereço</translation>
    </message>
    <message>
        <source>the connection broke off</source>
        <translation>a conexão foi interrompida</translation>
    </message>
    <message>
        <source>what answers there does not speak TLS</source>
        <translation>o que responde ali não fala TLS</translation>
    </message>
    <message>
        <source>what answers there is not a Batuta engine</source>
        <translation>o que responde ali não é um motor Batuta</translation>
    </message>
    <message>
        <source>no token was given</source>
        <translation>nenhum token foi informado</translation>
    </message>
    <message>
        <source>the token is not the right one</source>
        <translation>o token não é o certo</translation>
    </message>
    <message>
        <source>it holds no token</source>
        <translation>ele não contém token</translation>
    </message>
    <message>
        <source>a token is one word of plain characters</source>
        <translation>um token é uma palavra só, de caracteres simples</translation>
    </message>
    <message>
        <source>the certificate is for another host</source>
        <translation>o certificado é de outro servidor</translation>
    </message>
    <message>
        <source>the certificate has expired</source>
        <translation>o certificado venceu</translation>
    </message>
    <message>
        <source>the certificate is not valid yet</source>
        <translation>o certificado ainda não vale</translation>
    </message>
    <message>
        <source>the certificate was revoked</source>
        <translation>o certificado foi revogado</translation>
    </message>
    <message>
        <source>no authority that is trusted here has signed the certificate</source>
        <translation>nenhuma autoridade confiável aqui assinou o certificado</translation>
    </message>
    <message>
        <source>the file holds no certificate (PEM)</source>
        <translation>o arquivo não contém certificado (PEM)</translation>
    </message>
    <message>
        <source>a host is missing</source>
        <translation>falta o servidor</translation>
    </message>
    <message>
        <source>only http and https lead to an engine</source>
        <translation>só http e https levam a um motor</translation>
    </message>
    <message>
        <source>an address has no user, query or fragment</source>
        <translation>um endereço não tem usuário, consulta nem fragmento</translation>
    </message>
    <message>
        <source>The sign-in to the cloud failed</source>
        <translation>O login na nuvem falhou</translation>
    </message>
    <message>
        <source>Name a key file in `cloud.credentials` of batuta.yaml, or run `gcloud auth application-default login`.</source>
        <translation>Indique um arquivo de chave em `cloud.credentials` do batuta.yaml, ou execute `gcloud auth application-default login`.</translation>
    </message>
    <message>
        <source>The cloud refuses the request</source>
        <translation>A nuvem recusa a requisição</translation>
    </message>
    <message>
        <source>Change the request as its answer says.</source>
        <translation>Altere a requisição como a resposta diz.</translation>
    </message>
    <message>
        <source>Somebody changed it meanwhile</source>
        <translation>Alguém alterou enquanto isso</translation>
    </message>
    <message>
        <source>Look at what changed, then do it again on the newest state.</source>
        <translation>Veja o que mudou e faça de novo sobre o estado mais novo.</translation>
    </message>
    <message>
        <source>production is read only until it is unlocked</source>
        <translation>produção é só de leitura até ser desbloqueada</translation>
    </message>
    <message>
        <source>Unlock production first.</source>
        <translation>Desbloqueie a produção primeiro.</translation>
    </message>
    <message>
        <source>edits are being applied</source>
        <translation>edições estão sendo aplicadas</translation>
    </message>
    <message>
        <source>Wait a moment.</source>
        <translation>Espere um momento.</translation>
    </message>
    <message>
        <source>there is no such environment</source>
        <translation>não há esse ambiente</translation>
    </message>
    <message>
        <source>it is read only</source>
        <translation>é só de leitura</translation>
    </message>
    <message>
        <source>Let those who own it give you the right to write it.</source>
        <translation>Peça a quem é dono o direito de escrever nele.</translation>
    </message>
    <message>
        <source>the store of secrets has its value, which is stronger</source>
        <translation>o cofre de segredos tem o valor dela, que é mais forte</translation>
    </message>
    <message>
        <source>Set it there, or take it out of the store first.</source>
        <translation>Defina-a lá, ou tire-a do cofre primeiro.</translation>
    </message>
    <message>
        <source>there is something that must be settled first</source>
        <translation>há algo a resolver antes</translation>
    </message>
    <message>
        <source>Look at conflicts and locks.</source>
        <translation>Veja conflitos e bloqueios.</translation>
    </message>
    <message>
        <source>what runs is shown here, and not changed</source>
        <translation>o que executa é mostrado aqui, e não alterado</translation>
    </message>
    <message>
        <source>Change the file beside it, apply and deploy.</source>
        <translation>Altere o arquivo ao lado, aplique e implante.</translation>
    </message>
    <message>
        <source>it has changed on the disk since it was read</source>
        <translation>mudou no disco desde que foi lido</translation>
    </message>
    <message>
        <source>Look at what has changed, and apply again.</source>
        <translation>Veja o que mudou e aplique de novo.</translation>
    </message>
    <message>
        <source>the environment has no files any more</source>
        <translation>o ambiente não tem mais arquivos</translation>
    </message>
    <message>
        <source>it is not in the store any more</source>
        <translation>não está mais no cofre</translation>
    </message>
    <message>
        <source>there is nothing to move</source>
        <translation>não há nada a mover</translation>
    </message>
    <message>
        <source>the passphrase is another</source>
        <translation>a senha é outra</translation>
    </message>
    <message>
        <source>it wants a passphrase</source>
        <translation>pede uma senha</translation>
    </message>
    <message>
        <source>it is no file of sealed secrets</source>
        <translation>não é um arquivo de segredos selados</translation>
    </message>
    <message>
        <source>its value was changed</source>
        <translation>o valor foi alterado</translation>
    </message>
    <message>
        <source>it holds no text</source>
        <translation>não contém texto</translation>
    </message>
    <message>
        <source>the workspace names no service for it</source>
        <translation>o espaço de trabalho não indica um serviço para ele</translation>
    </message>
    <message>
        <source>Name it in batuta.yaml, under the environment&apos;s cloud.</source>
        <translation>Indique-o em batuta.yaml, na nuvem do ambiente.</translation>
    </message>
    <message>
        <source>the revision that serves is not in the list of its revisions</source>
        <translation>a revisão que serve não está na lista de suas revisões</translation>
    </message>
    <message>
        <source>it has blanks</source>
        <translation>tem espaços</translation>
    </message>
    <message>
        <source>it has quotes</source>
        <translation>tem aspas</translation>
    </message>
    <message>
        <source>it begins with neither https:// nor http://</source>
        <translation>não começa com https:// nem http://</translation>
    </message>
    <message>
        <source>it cannot be read</source>
        <translation>não dá para ler</translation>
    </message>
    <message>
        <source>it has no host</source>
        <translation>não tem host</translation>
    </message>
    <message>
        <source>Cloud Run sets it itself and refuses a deployment that does</source>
        <translation>o próprio Cloud Run a define e recusa uma implantação que a defina</translation>
    </message>
    <message>
        <source>Cloud Run keeps names that begin with X_GOOGLE_ for itself</source>
        <translation>o Cloud Run reserva para si nomes que começam com X_GOOGLE_</translation>
    </message>
    <message>
        <source>Mend the file: `batuta validate` says what is wrong, and where.</source>
        <translation>Corrija o arquivo: `batuta validate` diz o que está errado, e onde.</translation>
    </message>
    <message>
        <source>Check the address, whether the server runs, and who may sign in there.</source>
        <translation>Verifique o endereço, se o servidor está no ar e quem pode entrar nele.</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Write the secrets, too</source>
        <translation>Gravar os segredos também</translation>
    </message>
    <message>
        <source>In the clear: whoever reads the file has them</source>
        <translation>Sem proteção: quem ler o arquivo terá acesso a eles</translation>
    </message>
    <message>
        <source>Export an environment</source>
        <translation>Exportar um ambiente</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Ambiente</translation>
    </message>
    <message>
        <source>env-vars.yaml (Cloud Run)</source>
        <translation>env-vars.yaml (Cloud Run)</translation>
    </message>
    <message>
        <source>.env</source>
        <translation>.env</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Formato</translation>
    </message>
    <message>
        <source>What is written, secrets masked</source>
        <translation>O que é gravado, com segredos mascarados</translation>
    </message>
    <message>
        <source>A new file</source>
        <translation>Um arquivo novo</translation>
    </message>
    <message>
        <source>File to write</source>
        <translation>Arquivo a gravar</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Escolher</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Escolha um arquivo</translation>
    </message>
    <message>
        <source>There is a file of this name already</source>
        <translation>Já existe um arquivo com este nome</translation>
    </message>
    <message>
        <source>Confirm that the secrets are written in the clear</source>
        <translation>Confirme que os segredos serão gravados sem proteção</translation>
    </message>
    <message numerus="yes">
        <source>%n secret(s) left out.</source>
        <translation>
            <numerusform>%n segredo ficou de fora.</numerusform>
            <numerusform>%n segredos ficaram de fora.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Exported without %n secret(s).</source>
        <translation>
            <numerusform>Exportado sem %n segredo.</numerusform>
            <numerusform>Exportado sem %n segredos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Exported.</source>
        <translation>Exportado.</translation>
    </message>
    <message>
        <source>service.yaml</source>
        <translation>service.yaml</translation>
    </message>
</context>
<context>
    <name>ExpressionBox</name>
    <message>
        <source>= ••••, a secret</source>
        <translation>= ••••, um segredo</translation>
    </message>
    <message>
        <source>= %1 in the last run</source>
        <translation>= %1 na última execução</translation>
    </message>
    <message>
        <source>%1 in the last run: %2</source>
        <translation>%1 na última execução: %2</translation>
    </message>
</context>
<context>
    <name>FacetList</name>
    <message>
        <source>Facets of the runs</source>
        <translation>Facetas das execuções</translation>
    </message>
    <message>
        <source>Filter by it no longer</source>
        <translation>Não filtrar mais por este valor</translation>
    </message>
    <message>
        <source>Filter by it</source>
        <translation>Filtrar por este valor</translation>
    </message>
    <message>
        <source>Leave it out no longer</source>
        <translation>Não deixar mais de fora</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>Deixar de fora</translation>
    </message>
    <message>
        <source>Filter by nothing else</source>
        <translation>Filtrar só por este valor</translation>
    </message>
</context>
<context>
    <name>FacetModel</name>
    <message numerus="yes">
        <source>%1: %2, %Ln run(s)</source>
        <translation>
            <numerusform>%1: %2, %Ln execução</numerusform>
            <numerusform>%1: %2, %Ln execuções</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, left out</source>
        <translation>%1, deixado de fora</translation>
    </message>
</context>
<context>
    <name>FailureListModel</name>
    <message>
        <source>version %1</source>
        <translation>versão %1</translation>
    </message>
    <message>
        <source>with %1</source>
        <translation>com %1</translation>
    </message>
    <message>
        <source>Failed without a reason</source>
        <translation>Falhou sem motivo</translation>
    </message>
    <message numerus="yes">
        <source>%1 waits for attempt %Ln</source>
        <translation>
            <numerusform>%1 espera pela tentativa %Ln</numerusform>
            <numerusform>%1 espera pela tentativa %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 waits for an answer</source>
        <translation>%1 aguarda uma resposta</translation>
    </message>
</context>
<context>
    <name>FailurePane</name>
    <message>
        <source>Choose a failure to see what it has in common.</source>
        <translation>Escolha uma falha para ver o que ela tem em comum.</translation>
    </message>
    <message>
        <source>Failed without a reason</source>
        <translation>Falhou sem motivo</translation>
    </message>
    <message>
        <source>Failed runs</source>
        <translation>Execuções com falha</translation>
    </message>
    <message>
        <source>Error code</source>
        <translation>Código do erro</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versão</translation>
    </message>
    <message>
        <source>First seen</source>
        <translation>Vista pela primeira vez</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Vista pela última vez</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Open it again</source>
        <translation>Reabrir</translation>
    </message>
    <message>
        <source>Mark as addressed</source>
        <translation>Marcar como tratada</translation>
    </message>
    <message>
        <source>Just before</source>
        <translation>Logo antes</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Who looks at it</source>
        <translation>Quem está cuidando</translation>
    </message>
    <message>
        <source>What is known about it</source>
        <translation>O que se sabe sobre ela</translation>
    </message>
    <message>
        <source>Save the note</source>
        <translation>Salvar a nota</translation>
    </message>
    <message>
        <source>Show the runs</source>
        <translation>Mostrar as execuções</translation>
    </message>
    <message>
        <source>Open the newest</source>
        <translation>Abrir a mais recente</translation>
    </message>
    <message>
        <source>Repeat them</source>
        <translation>Repetir</translation>
    </message>
    <message>
        <source>The failure</source>
        <translation>A falha</translation>
    </message>
    <message>
        <source>Revision %3 ran first at %1, %2 before the first of these failures.</source>
        <translation>A revisão %3 foi executada pela primeira vez em %1, %2 antes da primeira destas falhas.</translation>
    </message>
    <message>
        <source>Version %3 of the flow ran first at %1, %2 before the first of these failures.</source>
        <translation>A versão %3 do fluxo foi executada pela primeira vez em %1, %2 antes da primeira destas falhas.</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>alguém</translation>
    </message>
    <message>
        <source>Version %3 of the flow was published by %4 at %1, %2 before the first of these failures.</source>
        <translation>A versão %3 do fluxo foi publicada por %4 em %1, %2 antes da primeira destas falhas.</translation>
    </message>
    <message>
        <source>%3 changed %4 in the environment %5 at %1, %2 before the first of these failures.</source>
        <translation>%3 alterou %4 no ambiente %5 em %1, %2 antes da primeira destas falhas.</translation>
    </message>
    <message>
        <source>Nothing was published, edited or deployed within 6 hours before the first of these failures, as far as this workspace knows.</source>
        <translation>Nada foi publicado, editado ou implantado nas 6 horas antes da primeira destas falhas, até onde este espaço de trabalho sabe.</translation>
    </message>
</context>
<context>
    <name>FailuresPage</name>
    <message>
        <source>Choose a failure first.</source>
        <translation>Escolha uma falha primeiro.</translation>
    </message>
    <message>
        <source>Open what was chosen</source>
        <translation>Abrir o que foi escolhido</translation>
    </message>
    <message>
        <source>Show the runs of the failure</source>
        <translation>Mostrar as execuções da falha</translation>
    </message>
    <message>
        <source>Repeat the runs of the failure</source>
        <translation>Repetir as execuções da falha</translation>
    </message>
    <message>
        <source>Mark the failure as addressed</source>
        <translation>Marcar a falha como tratada</translation>
    </message>
    <message>
        <source>Addressed until it comes again.</source>
        <translation>Tratada até ocorrer de novo.</translation>
    </message>
    <message>
        <source>Read the failures again</source>
        <translation>Ler as falhas de novo</translation>
    </message>
    <message>
        <source>The last repetition is not finished yet.</source>
        <translation>A última repetição ainda não terminou.</translation>
    </message>
    <message>
        <source>repeated from the failure inbox</source>
        <translation>repetida da caixa de falhas</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln run(s)</source>
        <translation>
            <numerusform>%1 de %Ln execução</numerusform>
            <numerusform>%1 de %Ln execuções</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s) were repeated.</source>
        <translation>
            <numerusform>%Ln execução foi repetida.</numerusform>
            <numerusform>%Ln execuções foram repetidas.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln were refused: %1</source>
        <translation>
            <numerusform>%Ln foi recusada: %1</numerusform>
            <numerusform>%Ln foram recusadas: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>The note was saved.</source>
        <translation>A nota foi salva.</translation>
    </message>
    <message>
        <source>It is open again.</source>
        <translation>Está aberta de novo.</translation>
    </message>
    <message>
        <source>Failure inbox</source>
        <translation>Caixa de falhas</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abertas</translation>
    </message>
    <message>
        <source>Addressed</source>
        <translation>Tratadas</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Aguardando</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>The failures could not be read.</source>
        <translation>Não foi possível ler as falhas.</translation>
    </message>
    <message>
        <source>The failures cannot be read.</source>
        <translation>Não é possível ler as falhas.</translation>
    </message>
    <message>
        <source>Nothing waits for another attempt or an answer.</source>
        <translation>Nada aguarda outra tentativa ou uma resposta.</translation>
    </message>
    <message>
        <source>Nothing was marked as addressed in this time.</source>
        <translation>Nada foi marcado como tratado neste período.</translation>
    </message>
    <message>
        <source>Nothing failed in this time.</source>
        <translation>Nada falhou neste período.</translation>
    </message>
    <message>
        <source>All failures are addressed.</source>
        <translation>Todas as falhas foram tratadas.</translation>
    </message>
    <message>
        <source>Groups of failures</source>
        <translation>Grupos de falhas</translation>
    </message>
    <message>
        <source>Which failures</source>
        <translation>Quais falhas</translation>
    </message>
    <message>
        <source>Time of the failures</source>
        <translation>Período das falhas</translation>
    </message>
    <message>
        <source>Look at all time</source>
        <translation>Ver todo o período</translation>
    </message>
    <message>
        <source>1 h</source>
        <translation>1 h</translation>
    </message>
    <message>
        <source>24 h</source>
        <translation>24 h</translation>
    </message>
    <message>
        <source>7 d</source>
        <translation>7 d</translation>
    </message>
    <message>
        <source>All time</source>
        <translation>Todo o período</translation>
    </message>
</context>
<context>
    <name>FieldBox</name>
    <message>
        <source>%1, required</source>
        <translation>%1, obrigatório</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>Alterar %1</translation>
    </message>
    <message>
        <source>mixed</source>
        <translation>vários</translation>
    </message>
    <message>
        <source>Mend</source>
        <translation>Corrigir</translation>
    </message>
    <message>
        <source>Take %1 out</source>
        <translation>Tirar %1</translation>
    </message>
    <message>
        <source>Take out of the file</source>
        <translation>Tirar do arquivo</translation>
    </message>
</context>
<context>
    <name>FieldRow</name>
    <message>
        <source>members that the flow does not name</source>
        <translation>membros que o fluxo não nomeia</translation>
    </message>
    <message>
        <source>Other keys</source>
        <translation>Outras chaves</translation>
    </message>
    <message>
        <source>%1, required, %2</source>
        <translation>%1, obrigatório, %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>required</source>
        <translation>obrigatório</translation>
    </message>
</context>
<context>
    <name>FieldTree</name>
    <message>
        <source>Filter for this value</source>
        <translation>Filtrar por este valor</translation>
    </message>
    <message>
        <source>Filter this value out</source>
        <translation>Filtrar sem este valor</translation>
    </message>
    <message>
        <source>Copy the value</source>
        <translation>Copiar o valor</translation>
    </message>
    <message>
        <source>Add as a column</source>
        <translation>Adicionar como coluna</translation>
    </message>
</context>
<context>
    <name>FieldWords</name>
    <message>
        <source>one of %1</source>
        <translation>um de %1</translation>
    </message>
    <message>
        <source>any JSON</source>
        <translation>qualquer JSON</translation>
    </message>
    <message>
        <source> or </source>
        <translation> ou </translation>
    </message>
    <message>
        <source>array of %1</source>
        <translation>array de %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 a %2</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>no mínimo %1</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>no máximo %1</translation>
    </message>
    <message>
        <source>not empty</source>
        <translation>não vazio</translation>
    </message>
    <message numerus="yes">
        <source>at least %n character(s)</source>
        <translation>
            <numerusform>no mínimo %n caractere</numerusform>
            <numerusform>no mínimo %n caracteres</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>up to %n character(s)</source>
        <translation>
            <numerusform>até %n caractere</numerusform>
            <numerusform>até %n caracteres</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>at least %n item(s)</source>
        <translation>
            <numerusform>no mínimo %n item</numerusform>
            <numerusform>no mínimo %n itens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>up to %n item(s)</source>
        <translation>
            <numerusform>até %n item</numerusform>
            <numerusform>até %n itens</numerusform>
        </translation>
    </message>
    <message>
        <source>Write a date and time with its zone, as 2026-11-21T14:00:00Z.</source>
        <translation>Escreva data e hora com o fuso, como 2026-11-21T14:00:00Z.</translation>
    </message>
    <message>
        <source>Write a date, as 2026-11-21.</source>
        <translation>Escreva uma data, como 2026-11-21.</translation>
    </message>
    <message>
        <source>Write a time with its zone, as 14:00:00Z.</source>
        <translation>Escreva uma hora com o fuso, como 14:00:00Z.</translation>
    </message>
    <message>
        <source>Write an address with its scheme, as https://example.org/.</source>
        <translation>Escreva um endereço com o esquema, como https://example.org/.</translation>
    </message>
    <message>
        <source>Write an e-mail address.</source>
        <translation>Escreva um endereço de e-mail.</translation>
    </message>
    <message>
        <source>Write a UUID.</source>
        <translation>Escreva um UUID.</translation>
    </message>
    <message>
        <source>It must have the format %1.</source>
        <translation>Deve ter o formato %1.</translation>
    </message>
    <message>
        <source>It must be of type %1.</source>
        <translation>Deve ser do tipo %1.</translation>
    </message>
    <message>
        <source>Write a whole number, as 8.</source>
        <translation>Escreva um número inteiro, como 8.</translation>
    </message>
    <message>
        <source>Write a number with a decimal point, as 1.5.</source>
        <translation>Escreva um número com ponto decimal, como 1.5.</translation>
    </message>
    <message>
        <source>Write a JSON object, as {&quot;name&quot;: &quot;value&quot;}.</source>
        <translation>Escreva um objeto JSON, como {&quot;name&quot;: &quot;value&quot;}.</translation>
    </message>
    <message>
        <source>This is not JSON yet: %1.</source>
        <translation>Ainda não é JSON: %1.</translation>
    </message>
    <message>
        <source>It must be at least %1.</source>
        <translation>Deve ser no mínimo %1.</translation>
    </message>
    <message>
        <source>It must be more than %1.</source>
        <translation>Deve ser maior que %1.</translation>
    </message>
    <message>
        <source>It must be at most %1.</source>
        <translation>Deve ser no máximo %1.</translation>
    </message>
    <message>
        <source>It must be less than %1.</source>
        <translation>Deve ser menor que %1.</translation>
    </message>
    <message>
        <source>It must be a multiple of %1.</source>
        <translation>Deve ser múltiplo de %1.</translation>
    </message>
    <message>
        <source>It must not be empty.</source>
        <translation>Não pode ficar vazio.</translation>
    </message>
    <message numerus="yes">
        <source>It needs at least %n character(s).</source>
        <translation>
            <numerusform>Precisa de no mínimo %n caractere.</numerusform>
            <numerusform>Precisa de no mínimo %n caracteres.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It may have at most %n character(s).</source>
        <translation>
            <numerusform>Pode ter no máximo %n caractere.</numerusform>
            <numerusform>Pode ter no máximo %n caracteres.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It needs at least %n item(s).</source>
        <translation>
            <numerusform>Precisa de no mínimo %n item.</numerusform>
            <numerusform>Precisa de no mínimo %n itens.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It may have at most %n item(s).</source>
        <translation>
            <numerusform>Pode ter no máximo %n item.</numerusform>
            <numerusform>Pode ter no máximo %n itens.</numerusform>
        </translation>
    </message>
    <message>
        <source>This field is required.</source>
        <translation>Este campo é obrigatório.</translation>
    </message>
    <message>
        <source>It must be one of %1.</source>
        <translation>Deve ser um de %1.</translation>
    </message>
    <message>
        <source>No item may stand twice.</source>
        <translation>Nenhum item pode se repetir.</translation>
    </message>
    <message>
        <source>It must match the pattern %1.</source>
        <translation>Deve seguir o padrão %1.</translation>
    </message>
    <message>
        <source>The flow does not know this key.</source>
        <translation>O fluxo não conhece esta chave.</translation>
    </message>
    <message>
        <source>%1 has a field of its own: use that.</source>
        <translation>%1 tem um campo próprio: use esse campo.</translation>
    </message>
    <message>
        <source>The engine says: %1.</source>
        <translation>O motor diz: %1.</translation>
    </message>
    <message>
        <source>default %1</source>
        <translation>padrão %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>FilesPane</name>
    <message>
        <source>File</source>
        <translation>Arquivo</translation>
    </message>
    <message>
        <source>Text of the file, secrets masked</source>
        <translation>Texto do arquivo, com segredos mascarados</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a file and its environment</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s), not applied yet</source>
        <translation>
            <numerusform>%n alteração, ainda não aplicada</numerusform>
            <numerusform>%n alterações, ainda não aplicadas</numerusform>
        </translation>
    </message>
    <message>
        <source>On the disk</source>
        <translation>No disco</translation>
    </message>
    <message>
        <source>With your changes</source>
        <translation>Com suas alterações</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>Somente leitura</translation>
    </message>
</context>
<context>
    <name>FilterChip</name>
    <message>
        <source>Remove the filter: %1</source>
        <translation>Remover o filtro: %1</translation>
    </message>
</context>
<context>
    <name>FilterLine</name>
    <message>
        <source>Add a filter, or type an ID</source>
        <translation>Adicione um filtro ou digite um ID</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtro</translation>
    </message>
    <message>
        <source>status:failed, flow:update_profile, flow:!heartbeat, user:, session:, correlation:, last:6h, or an ID</source>
        <translation>status:failed, flow:update_profile, flow:!heartbeat, user:, session:, correlation:, last:6h, ou um ID</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Previous match</source>
        <translation>Ocorrência anterior</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Próxima ocorrência</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
    <message>
        <source>Go to line</source>
        <translation>Ir para a linha</translation>
    </message>
    <message>
        <source>Find in the text</source>
        <translation>Procurar no texto</translation>
    </message>
    <message>
        <source>No match</source>
        <translation>Nenhuma ocorrência</translation>
    </message>
    <message numerus="yes">
        <source>%Ln match(es)</source>
        <translation>
            <numerusform>%Ln ocorrência</numerusform>
            <numerusform>%Ln ocorrências</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindBox</name>
    <message>
        <source>find</source>
        <translation>procurar</translation>
    </message>
    <message>
        <source>Find in the lines</source>
        <translation>Procurar nas linhas</translation>
    </message>
    <message>
        <source>Stop finding</source>
        <translation>Parar de procurar</translation>
    </message>
</context>
<context>
    <name>FindingList</name>
    <message>
        <source>%1: %2</source>
        <comment>what was checked and what was found</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>FindingWords</name>
    <message>
        <source>There is no image</source>
        <translation>Falta a imagem</translation>
    </message>
    <message>
        <source>Name one.</source>
        <translation>Indique uma.</translation>
    </message>
    <message>
        <source>Container Registry is shut down; gcr.io is served by Artifact Registry at most</source>
        <translation>O Container Registry foi desligado; gcr.io é atendido, no máximo, pelo Artifact Registry</translation>
    </message>
    <message>
        <source>Use REGION-docker.pkg.dev/PROJECT/REPOSITORY/IMAGE.</source>
        <translation>Use REGION-docker.pkg.dev/PROJECT/REPOSITORY/IMAGE.</translation>
    </message>
    <message>
        <source>%1 is not in its registry</source>
        <translation>%1 não está no registro</translation>
    </message>
    <message>
        <source>Push it, or build it first.</source>
        <translation>Envie-a, ou construa-a antes.</translation>
    </message>
    <message>
        <source>`%1` is no number of CPUs that Cloud Run has</source>
        <translation>`%1` não é um número de CPUs que o Cloud Run tenha</translation>
    </message>
    <message>
        <source>Choose 0.08 to 1, or 2, 4, 6, 8.</source>
        <translation>Escolha de 0.08 a 1, ou 2, 4, 6, 8.</translation>
    </message>
    <message>
        <source>Less than one CPU is only there while requests are</source>
        <translation>Menos de uma CPU só existe enquanto há requisições</translation>
    </message>
    <message>
        <source>Give it a whole CPU.</source>
        <translation>Dê-lhe uma CPU inteira.</translation>
    </message>
    <message>
        <source>`%1` is no size</source>
        <translation>`%1` não é um tamanho</translation>
    </message>
    <message>
        <source>Write 512Mi, 2Gi …</source>
        <translation>Escreva 512Mi, 2Gi …</translation>
    </message>
    <message>
        <source>%1 does not go with %2 CPU: %3 to %4 does</source>
        <translation>%1 não combina com %2 CPU: de %3 a %4 combina</translation>
    </message>
    <message>
        <source>Change the memory or the CPU.</source>
        <translation>Mude a memória ou a CPU.</translation>
    </message>
    <message>
        <source>An instance with less than one CPU takes one request at a time</source>
        <translation>Uma instância com menos de uma CPU atende uma requisição por vez</translation>
    </message>
    <message>
        <source>Set the concurrency to 1, or give it a CPU.</source>
        <translation>Ponha a concorrência em 1, ou dê-lhe uma CPU.</translation>
    </message>
    <message>
        <source>%1 is %2; %3 to %4 is possible</source>
        <translation>%1: %2; é possível de %3 a %4</translation>
    </message>
    <message>
        <source>The timeout in seconds</source>
        <translation>O tempo limite em segundos</translation>
    </message>
    <message>
        <source>The concurrency</source>
        <translation>A concorrência</translation>
    </message>
    <message>
        <source>The port</source>
        <translation>A porta</translation>
    </message>
    <message>
        <source>The most instances</source>
        <translation>O máximo de instâncias</translation>
    </message>
    <message>
        <source>The fewest instances</source>
        <translation>O mínimo de instâncias</translation>
    </message>
    <message>
        <source>The delay of the probe</source>
        <translation>O atraso da sonda</translation>
    </message>
    <message>
        <source>The period of the probe</source>
        <translation>O período da sonda</translation>
    </message>
    <message>
        <source>The timeout of the probe</source>
        <translation>O tempo limite da sonda</translation>
    </message>
    <message>
        <source>Change it.</source>
        <translation>Mude-o.</translation>
    </message>
    <message>
        <source>%1 is set by Cloud Run itself</source>
        <translation>%1 é definida pelo próprio Cloud Run</translation>
    </message>
    <message>
        <source>Remove it.</source>
        <translation>Remova-a.</translation>
    </message>
    <message>
        <source>`%1` is no name of a key</source>
        <translation>`%1` não é nome de chave</translation>
    </message>
    <message>
        <source>Rename it.</source>
        <translation>Renomeie-a.</translation>
    </message>
    <message>
        <source>The value of %1 is longer than 32 KiB</source>
        <translation>O valor de %1 passa de 32 KiB</translation>
    </message>
    <message>
        <source>Put it into a file or a secret.</source>
        <translation>Ponha-o em um arquivo ou em um segredo.</translation>
    </message>
    <message>
        <source>%1 stands twice</source>
        <translation>%1 aparece duas vezes</translation>
    </message>
    <message>
        <source>Remove one of the two.</source>
        <translation>Remova uma das duas.</translation>
    </message>
    <message>
        <source>The probe fails before it has been tried</source>
        <translation>A sonda falha antes de ter sido tentada</translation>
    </message>
    <message>
        <source>Write 1 or more failures.</source>
        <translation>Escreva 1 falha ou mais.</translation>
    </message>
    <message>
        <source>The probe could take longer than the 240 s that a start may</source>
        <translation>A sonda poderia levar mais que os 240 s que uma partida pode levar</translation>
    </message>
    <message>
        <source>Lower the period or the number of failures.</source>
        <translation>Diminua o período ou o número de falhas.</translation>
    </message>
    <message>
        <source>The path of the probe does not begin with /</source>
        <translation>O caminho da sonda não começa com /</translation>
    </message>
    <message>
        <source>Write /health or the like.</source>
        <translation>Escreva /health ou parecido.</translation>
    </message>
    <message>
        <source>%1 does not begin with /</source>
        <translation>%1 não começa com /</translation>
    </message>
    <message>
        <source>`%1` is no name of a service</source>
        <translation>`%1` não é nome de serviço</translation>
    </message>
    <message>
        <source>Fewer than 50 small letters, digits and hyphens, a letter first.</source>
        <translation>Menos de 50 letras minúsculas, dígitos e hifens, começando com letra.</translation>
    </message>
    <message>
        <source>`%1` is no name of a revision of %2</source>
        <translation>`%1` não é nome de revisão de %2</translation>
    </message>
    <message>
        <source>Write %1-SUFFIX, at most 63 characters.</source>
        <translation>Escreva %1-SUFIXO, com no máximo 63 caracteres.</translation>
    </message>
    <message>
        <source>There is a revision %1 already</source>
        <translation>Já existe a revisão %1</translation>
    </message>
    <message>
        <source>Choose another suffix.</source>
        <translation>Escolha outro sufixo.</translation>
    </message>
    <message>
        <source>The traffic is pinned to %1: the new revision gets 0 %</source>
        <translation>O tráfego está fixado em %1: a nova revisão recebe 0 %</translation>
    </message>
    <message>
        <source>Send traffic to the latest: batuta traffic %1 latest=100.</source>
        <translation>Envie tráfego à mais recente: batuta traffic %1 latest=100.</translation>
    </message>
    <message>
        <source>Another change of the service is under way</source>
        <translation>Outra mudança do serviço está em andamento</translation>
    </message>
    <message>
        <source>Wait for its end.</source>
        <translation>Espere que termine.</translation>
    </message>
    <message>
        <source>The region has %1 services; 1,000 are possible</source>
        <translation>A região tem %1 serviços; 1.000 são possíveis</translation>
    </message>
    <message>
        <source>Delete one that is not needed, or take another region.</source>
        <translation>Exclua um de que não precise, ou use outra região.</translation>
    </message>
    <message>
        <source>The region has 2,000 tags, and no more are possible</source>
        <translation>A região tem 2.000 tags, e não cabem mais</translation>
    </message>
    <message>
        <source>Take tags away that are not needed.</source>
        <translation>Retire tags de que não precise.</translation>
    </message>
    <message>
        <source>The service has 1,000 revisions: the oldest that serves nothing will be removed</source>
        <translation>O serviço tem 1.000 revisões: a mais antiga que nada atende será removida</translation>
    </message>
    <message>
        <source>Export what you want to keep.</source>
        <translation>Exporte o que quiser manter.</translation>
    </message>
</context>
<context>
    <name>FlowCanvas</name>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n etapa</numerusform>
            <numerusform>%n etapas</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n branch(es)</source>
        <translation>
            <numerusform>%n ramo</numerusform>
            <numerusform>%n ramos</numerusform>
        </translation>
    </message>
    <message>
        <source>Arrow keys move along the edges between steps.</source>
        <translation>As setas percorrem as ligações entre as etapas.</translation>
    </message>
</context>
<context>
    <name>FlowChooser</name>
    <message>
        <source>The routes of %1 choose</source>
        <translation>As rotas de %1 escolhem</translation>
    </message>
    <message>
        <source>Choose a flow</source>
        <translation>Escolha um fluxo</translation>
    </message>
    <message>
        <source>Flow to run</source>
        <translation>Fluxo a executar</translation>
    </message>
</context>
<context>
    <name>FlowHeader</name>
    <message>
        <source>Version %1 of the file</source>
        <translation>Versão %1 do arquivo</translation>
    </message>
    <message>
        <source>Flows</source>
        <translation>Fluxos</translation>
    </message>
</context>
<context>
    <name>FlowInspector</name>
    <message>
        <source>Step %1</source>
        <translation>Etapa %1</translation>
    </message>
    <message>
        <source>Flow %1</source>
        <translation>Fluxo %1</translation>
    </message>
    <message>
        <source>Settings of the step or flow</source>
        <translation>Ajustes da etapa ou do fluxo</translation>
    </message>
</context>
<context>
    <name>FlowList</name>
    <message>
        <source>No flow matches the filter.</source>
        <translation>Nenhum fluxo corresponde ao filtro.</translation>
    </message>
    <message>
        <source>The flows cannot be listed.</source>
        <translation>Não foi possível listar os fluxos.</translation>
    </message>
    <message>
        <source>This workspace has no flows. A flow is a YAML file in its flows folder.</source>
        <translation>Este espaço de trabalho não tem fluxos. Um fluxo é um arquivo YAML na pasta flows.</translation>
    </message>
    <message>
        <source>Filter flows</source>
        <translation>Filtrar fluxos</translation>
    </message>
    <message>
        <source>Flows by system</source>
        <translation>Fluxos por sistema</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Limpar o filtro</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Tentar de novo</translation>
    </message>
</context>
<context>
    <name>FlowListModel</name>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n etapa</numerusform>
            <numerusform>%n etapas</numerusform>
        </translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Problemas</translation>
    </message>
    <message numerus="yes">
        <source>%1, %2, %n step(s)</source>
        <translation>
            <numerusform>%1, %2, %n etapa</numerusform>
            <numerusform>%1, %2, %n etapas</numerusform>
        </translation>
    </message>
    <message>
        <source>Problem: %1 %2</source>
        <translation>Problema: %1 %2</translation>
    </message>
</context>
<context>
    <name>FlowSchema</name>
    <message>
        <source>Version of the format.</source>
        <translation>Versão do formato.</translation>
    </message>
    <message>
        <source>Unique in the workspace.</source>
        <translation>Único no espaço de trabalho.</translation>
    </message>
    <message>
        <source>Of the whole execution; the rest is cancelled.</source>
        <translation>Da execução inteira; o resto é cancelado.</translation>
    </message>
    <message>
        <source>Steps that run at the same time; 1 gives the order of the file.</source>
        <translation>Etapas que rodam ao mesmo tempo; 1 dá a ordem do arquivo.</translation>
    </message>
    <message>
        <source>JSON Schema (draft-07) of the input.</source>
        <translation>JSON Schema (draft-07) da entrada.</translation>
    </message>
    <message>
        <source>What starts the flow by itself.</source>
        <translation>O que inicia o fluxo por si.</translation>
    </message>
    <message>
        <source>The order is the display order and the tie-break of the scheduler.</source>
        <translation>A ordem é a de exibição e o desempate do agendador.</translation>
    </message>
    <message>
        <source>What the execution answers; texts may hold ${{ }}.</source>
        <translation>O que a execução responde; textos podem ter ${{ }}.</translation>
    </message>
    <message>
        <source>Steps that run after all others, whatever happened.</source>
        <translation>Etapas que rodam depois de todas, aconteça o que acontecer.</translation>
    </message>
    <message>
        <source>Known to the format, not run by this version of Batuta.</source>
        <translation>Conhecido do formato, não executado por esta versão do Batuta.</translation>
    </message>
    <message>
        <source>A text; ${{ }} parts are evaluated.</source>
        <translation>Um texto; as partes ${{ }} são avaliadas.</translation>
    </message>
    <message>
        <source>An expression; ${{ }} may be left out.</source>
        <translation>Uma expressão; ${{ }} pode ser omitido.</translation>
    </message>
    <message>
        <source>For people: one text, or one for each language.</source>
        <translation>Para pessoas: um texto só, ou um para cada idioma.</translation>
    </message>
    <message>
        <source>What happens when the same request comes again within the window.</source>
        <translation>O que acontece quando o mesmo pedido volta dentro da janela.</translation>
    </message>
    <message>
        <source>Steps that end before this one starts.</source>
        <translation>Etapas que terminam antes que esta comece.</translation>
    </message>
    <message>
        <source>Of one attempt.</source>
        <translation>De uma tentativa.</translation>
    </message>
    <message>
        <source>Undoes the step when the execution fails, or is cancelled with compensation.</source>
        <translation>Desfaz a etapa quando a execução falha, ou é cancelada com compensação.</translation>
    </message>
    <message>
        <source>Calls that keep failing are not made for a while. Shared by name.</source>
        <translation>Chamadas que seguem falhando deixam de ser feitas por um tempo. Compartilhado pelo nome.</translation>
    </message>
    <message>
        <source>&lt;flow&gt;.&lt;step&gt; without it.</source>
        <translation>Sem ele, &lt;fluxo&gt;.&lt;etapa&gt;.</translation>
    </message>
    <message>
        <source>In a row.</source>
        <translation>Seguidas.</translation>
    </message>
    <message>
        <source>Older failures do not count.</source>
        <translation>Falhas mais antigas não contam.</translation>
    </message>
    <message>
        <source>Calls let through when half-open; that many successes close it.</source>
        <translation>Chamadas que passam quando meio aberto; tantos sucessos o fecham.</translation>
    </message>
    <message>
        <source>At most `limit` calls in any `per`; more of them wait. Shared by name.</source>
        <translation>No máximo `limit` chamadas em qualquer `per`; as demais esperam. Compartilhado pelo nome.</translation>
    </message>
    <message>
        <source>The step is done once for each item; its output is the list of theirs.</source>
        <translation>A etapa é feita uma vez para cada item; a saída dela é a lista das saídas.</translation>
    </message>
    <message>
        <source>A list, or an expression that gives one.</source>
        <translation>Uma lista, ou uma expressão que dá uma.</translation>
    </message>
    <message>
        <source>The name of the item beside `item`.</source>
        <translation>O nome do item além de `item`.</translation>
    </message>
    <message>
        <source>In all, the first one included.</source>
        <translation>No total, contando a primeira.</translation>
    </message>
    <message>
        <source>What is tried again; without it connection and timeout are.</source>
        <translation>O que é tentado de novo; sem isso, connection e timeout.</translation>
    </message>
    <message>
        <source>Wait before attempt n+1: first x factor^(n-1), at most max.</source>
        <translation>Espera antes da tentativa n+1: first x factor^(n-1), no máximo max.</translation>
    </message>
    <message>
        <source>The body; texts may hold ${{ }}.</source>
        <translation>O corpo; textos podem ter ${{ }}.</translation>
    </message>
    <message>
        <source>An empty value sends no Authorization header.</source>
        <translation>Um valor vazio não envia o cabeçalho Authorization.</translation>
    </message>
    <message>
        <source>A duration, or an expression that gives one.</source>
        <translation>Uma duração, ou uma expressão que dá uma.</translation>
    </message>
    <message>
        <source>A time like 2026-11-21T02:00:00Z, or an expression that gives one.</source>
        <translation>Um momento como 2026-11-21T02:00:00Z, ou uma expressão que dá um.</translation>
    </message>
    <message>
        <source>A signal of that name ends the wait.</source>
        <translation>Um sinal com esse nome encerra a espera.</translation>
    </message>
    <message>
        <source>Values; they are the step&apos;s output.</source>
        <translation>Valores; são a saída da etapa.</translation>
    </message>
    <message>
        <source>Named gates; all of them must hold.</source>
        <translation>Critérios com nome; todos precisam valer.</translation>
    </message>
    <message>
        <source>A command, never through a shell.</source>
        <translation>Um comando, nunca por meio de um shell.</translation>
    </message>
    <message>
        <source>The program and its arguments.</source>
        <translation>O programa e seus argumentos.</translation>
    </message>
    <message>
        <source>Variables of the engine that reach it, beside PATH, HOME, LANG and TZ.</source>
        <translation>Variáveis do motor que chegam a ele, além de PATH, HOME, LANG e TZ.</translation>
    </message>
    <message>
        <source>Below the workspace.</source>
        <translation>Abaixo do espaço de trabalho.</translation>
    </message>
    <message>
        <source>Written to its standard input: a text as it is, else as JSON.</source>
        <translation>Escrito na entrada padrão dele: um texto como está, o resto como JSON.</translation>
    </message>
    <message>
        <source>From being asked to stop to being stopped.</source>
        <translation>Do pedido de parar até ser parado.</translation>
    </message>
    <message>
        <source>A person decides.</source>
        <translation>Uma pessoa decide.</translation>
    </message>
    <message>
        <source>Who may answer; everybody without it.</source>
        <translation>Quem pode responder; sem isso, qualquer pessoa.</translation>
    </message>
    <message>
        <source>JSON Schema (draft-07) of what is filled in.</source>
        <translation>JSON Schema (draft-07) do que é preenchido.</translation>
    </message>
    <message>
        <source>No ${{ }} in it.</source>
        <translation>Sem ${{ }} nele.</translation>
    </message>
    <message>
        <source>The data; texts may hold ${{ }}.</source>
        <translation>Os dados; textos podem ter ${{ }}.</translation>
    </message>
    <message>
        <source>A signed POST; 15 s and three attempts unless the step says otherwise.</source>
        <translation>Um POST assinado; 15 s e três tentativas, se a etapa não disser outra coisa.</translation>
    </message>
    <message>
        <source>Of the signature.</source>
        <translation>Da assinatura.</translation>
    </message>
    <message>
        <source>15 s and three attempts unless the step says otherwise.</source>
        <translation>15 s e três tentativas, se a etapa não disser outra coisa.</translation>
    </message>
    <message>
        <source>A message for whoever watches the engine.</source>
        <translation>Uma mensagem para quem observa o motor.</translation>
    </message>
    <message>
        <source>How many executions (with the same key) run at a time.</source>
        <translation>Quantas execuções (com a mesma chave) rodam ao mesmo tempo.</translation>
    </message>
    <message>
        <source>One thing that starts the flow.</source>
        <translation>Uma coisa que inicia o fluxo.</translation>
    </message>
    <message>
        <source>Minute, hour, day of month, month, day of week; or @hourly, @daily, @weekly …</source>
        <translation>Minuto, hora, dia do mês, mês, dia da semana; ou @hourly, @daily, @weekly …</translation>
    </message>
    <message>
        <source>What becomes of times that passed while no engine ran.</source>
        <translation>O que é feito dos horários que passaram sem um motor no ar.</translation>
    </message>
    <message>
        <source>Of the HMAC-SHA256 that signs a request.</source>
        <translation>Do HMAC-SHA256 que assina um pedido.</translation>
    </message>
    <message>
        <source>true: anybody may call it.</source>
        <translation>true: qualquer um pode chamá-lo.</translation>
    </message>
    <message>
        <source>A condition, or a measured value with a bound.</source>
        <translation>Uma condição, ou um valor medido com um limite.</translation>
    </message>
    <message>
        <source>`group` frames steps on the canvas; without one, `domain` does.</source>
        <translation>`group` emoldura etapas no diagrama; sem ele, `domain` faz isso.</translation>
    </message>
    <message>
        <source>An id token of Google for this audience. `auth: google_id_token` takes the address that is called.</source>
        <translation>Um token de identidade do Google para este público. `auth: google_id_token` usa o endereço chamado.</translation>
    </message>
    <message>
        <source>Something with a service of Cloud Run, in the place that batuta.yaml names for the environment.</source>
        <translation>Algo com um serviço do Cloud Run, no lugar que o batuta.yaml indica para o ambiente.</translation>
    </message>
    <message>
        <source>The engine&apos;s own without it.</source>
        <translation>Sem ele, o do próprio motor.</translation>
    </message>
    <message>
        <source>The one of batuta.yaml without it.</source>
        <translation>Sem ele, o do batuta.yaml.</translation>
    </message>
    <message>
        <source>The newest without it; a rollback chooses the last good one.</source>
        <translation>Sem ela, a mais nova; uma reversão escolhe a última boa.</translation>
    </message>
    <message>
        <source>Of a deployment; the newest revision&apos;s without it.</source>
        <translation>De uma implantação; sem ela, a da revisão mais nova.</translation>
    </message>
    <message>
        <source>The revision whose configuration a deployment begins with; what the service has without it.</source>
        <translation>A revisão de cuja configuração uma implantação parte; sem ela, o que o serviço tem.</translation>
    </message>
    <message>
        <source>Of the new revision&apos;s name; made of the execution without it.</source>
        <translation>Do nome da nova revisão; sem ele, feito da execução.</translation>
    </message>
    <message>
        <source>Gives the revision an address of its own.</source>
        <translation>Dá à revisão um endereço próprio.</translation>
    </message>
    <message>
        <source>memory, cpu, timeout, concurrency, min, max, port, service-account.</source>
        <translation>memory, cpu, timeout, concurrency, min, max, port, service-account.</translation>
    </message>
    <message>
        <source>Keys to add or change: a text, or {secret, version} of the secret manager.</source>
        <translation>Chaves a acrescentar ou mudar: um texto, ou {secret, version} do gerenciador de segredos.</translation>
    </message>
    <message>
        <source>Keys to take away.</source>
        <translation>Chaves a retirar.</translation>
    </message>
    <message>
        <source>0 to 100: share of the revision; others keep the rest in proportion.</source>
        <translation>0 a 100: parte da revisão; as outras ficam com o resto em proporção.</translation>
    </message>
    <message>
        <source>The whole split: a list of {revision, percent, tag}.</source>
        <translation>A divisão inteira: uma lista de {revision, percent, tag}.</translation>
    </message>
    <message>
        <source>Shares of the revision to act on; with any other somebody else has moved the traffic, and it stays.</source>
        <translation>Partes da revisão com que agir; com qualquer outra, outra pessoa moveu o tráfego, e ele fica.</translation>
    </message>
    <message>
        <source>Asked of the revision until it answers 2xx.</source>
        <translation>Perguntado à revisão até responder 2xx.</translation>
    </message>
    <message>
        <source>How long a gate watches, or a wait waits at most.</source>
        <translation>Por quanto tempo um critério observa, ou uma espera espera no máximo.</translation>
    </message>
    <message>
        <source>How often a gate looks.</source>
        <translation>De quanto em quanto tempo um critério olha.</translation>
    </message>
    <message>
        <source>How long a gate waits for figures that come late.</source>
        <translation>Por quanto tempo um critério espera valores atrasados.</translation>
    </message>
    <message>
        <source>When a bound is broken; told in the output as `passed: false`.</source>
        <translation>Quando um limite não é cumprido; dito na saída como `passed: false`.</translation>
    </message>
    <message>
        <source>For the audit.</source>
        <translation>Para a auditoria.</translation>
    </message>
    <message>
        <source>The service&apos;s name as a person typed it; production wants it.</source>
        <translation>O nome do serviço como uma pessoa o digitou; produção o quer.</translation>
    </message>
    <message>
        <source>Bounds like error_rate &lt;= 1%, p95 &lt;= 800ms, memory &lt;= 85%, flow = smoke, rehearsal = order: id; or mappings.</source>
        <translation>Limites como error_rate &lt;= 1%, p95 &lt;= 800ms, memory &lt;= 85%, flow = smoke, rehearsal = order: id; ou mapeamentos.</translation>
    </message>
    <message>
        <source>Asked only while the revision has this share; moved by somebody else, the question is withdrawn.</source>
        <translation>Perguntado só enquanto a revisão tem esta parte; se outra pessoa a mover, a pergunta é retirada.</translation>
    </message>
    <message>
        <source>For all steps that say nothing else; timeout, total_timeout and retry are for http, flow, process and jq.</source>
        <translation>Para todas as etapas que não dizem outra coisa; timeout, total_timeout e retry valem para http, flow, process e jq.</translation>
    </message>
    <message>
        <source>Of all attempts and items of a step together, with the waits between them.</source>
        <translation>De todas as tentativas e itens de uma etapa juntos, com as esperas entre eles.</translation>
    </message>
</context>
<context>
    <name>FlowView</name>
    <message>
        <source>Graph of the flow</source>
        <translation>Grafo do fluxo</translation>
    </message>
    <message>
        <source>Arrow keys move along the edges between steps.</source>
        <translation>As setas percorrem as ligações entre as etapas.</translation>
    </message>
</context>
<context>
    <name>FlowsPage</name>
    <message>
        <source>Flows</source>
        <translation>Fluxos</translation>
    </message>
    <message>
        <source>Choose a flow from the list.</source>
        <translation>Escolha um fluxo da lista.</translation>
    </message>
    <message>
        <source>There is no flow named %1 in this workspace.</source>
        <translation>Não há um fluxo chamado %1 neste espaço de trabalho.</translation>
    </message>
    <message>
        <source>The engine cannot be reached.</source>
        <translation>O motor está inacessível.</translation>
    </message>
    <message>
        <source>A flow that is added to the workspace is shown here.</source>
        <translation>Um fluxo adicionado ao espaço de trabalho aparece aqui.</translation>
    </message>
    <message>
        <source>%1
%2</source>
        <comment>a problem and its place</comment>
        <translation>%1
%2</translation>
    </message>
    <message>
        <source>No flow is chosen.</source>
        <translation>Nenhum fluxo foi escolhido.</translation>
    </message>
    <message>
        <source>The engine is not running.</source>
        <translation>O motor não está rodando.</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Executar</translation>
    </message>
    <message>
        <source>Runs of this flow</source>
        <translation>Execuções deste fluxo</translation>
    </message>
    <message>
        <source>Filter flows</source>
        <translation>Filtrar fluxos</translation>
    </message>
    <message>
        <source>Show the inspector</source>
        <translation>Mostrar o inspetor</translation>
    </message>
    <message>
        <source>Hide the inspector</source>
        <translation>Ocultar o inspetor</translation>
    </message>
    <message>
        <source>Fit the whole graph</source>
        <translation>Ajustar o grafo inteiro</translation>
    </message>
    <message>
        <source>Fit the selected step</source>
        <translation>Ajustar à etapa selecionada</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Ampliar</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Reduzir</translation>
    </message>
    <message>
        <source>Zoom to 100 %</source>
        <translation>Zoom de 100 %</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Editar</translation>
    </message>
    <message>
        <source>New flow</source>
        <translation>Novo fluxo</translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s)</source>
        <translation>
            <numerusform>%n rascunho</numerusform>
            <numerusform>%n rascunhos</numerusform>
        </translation>
    </message>
    <message>
        <source>Every flow was published at least once.</source>
        <translation>Todo fluxo foi publicado ao menos uma vez.</translation>
    </message>
    <message>
        <source>Routes of the system</source>
        <translation>Rotas do sistema</translation>
    </message>
</context>
<context>
    <name>FormDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>FormPane</name>
    <message>
        <source>%1 is too much to paste here; up to %2 fits.</source>
        <translation>%1 é demais para colar aqui; cabem até %2.</translation>
    </message>
    <message>
        <source>expanded</source>
        <translation>expandido</translation>
    </message>
    <message>
        <source>collapsed</source>
        <translation>recolhido</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Entrada</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Formulário</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Show the input as a form or as JSON</source>
        <translation>Mostrar a entrada como formulário ou como JSON</translation>
    </message>
    <message>
        <source>Input as JSON</source>
        <translation>Entrada em JSON</translation>
    </message>
    <message numerus="yes">
        <source>Tokens (%n), never kept</source>
        <translation>
            <numerusform>Tokens (%n), nunca guardados</numerusform>
            <numerusform>Tokens (%n), nunca guardados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Secrets (%n), never kept</source>
        <translation>
            <numerusform>Segredos (%n), nunca guardados</numerusform>
            <numerusform>Segredos (%n), nunca guardados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Other keys (%n)</source>
        <translation>
            <numerusform>Outras chaves (%n)</numerusform>
            <numerusform>Outras chaves (%n)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FreeBox</name>
    <message>
        <source>Fields</source>
        <translation>Campos</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>Expressão</translation>
    </message>
    <message>
        <source>YAML</source>
        <translation>YAML</translation>
    </message>
    <message>
        <source>How %1 is shown</source>
        <translation>Como %1 aparece</translation>
    </message>
</context>
<context>
    <name>GraphPicture</name>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 não pode ser gravado: %2</translation>
    </message>
</context>
<context>
    <name>HeatModel</name>
    <message>
        <source>not there</source>
        <translation>ausente</translation>
    </message>
    <message>
        <source>%1, %2: %3, %4</source>
        <translation>%1, %2: %3, %4</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <comment>run, start, state</comment>
        <translation>%1 · %2 · %3</translation>
    </message>
</context>
<context>
    <name>HeatPage</name>
    <message>
        <source>Choose a cell first.</source>
        <translation>Escolha uma célula primeiro.</translation>
    </message>
    <message>
        <source>Open the run at this step</source>
        <translation>Abrir a execução nesta etapa</translation>
    </message>
    <message>
        <source>Compare with the first run</source>
        <translation>Comparar com a primeira execução</translation>
    </message>
    <message>
        <source>This is the first run.</source>
        <translation>Esta é a primeira execução.</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparar</translation>
    </message>
    <message>
        <source>No runs to compare. Choose three or more and press C.</source>
        <translation>Não há execuções para comparar. Escolha três ou mais e pressione C.</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Execuções</translation>
    </message>
    <message>
        <source>Back to Runs</source>
        <translation>Voltar a Execuções</translation>
    </message>
    <message numerus="yes">
        <source>Compare · %n run(s)</source>
        <translation>
            <numerusform>Comparar · %n execução</numerusform>
            <numerusform>Comparar · %n execuções</numerusform>
        </translation>
    </message>
    <message>
        <source>A cell is the warmer the longer its step took beside the other runs.</source>
        <translation>A célula é mais quente quanto mais a etapa demorou em relação às outras execuções.</translation>
    </message>
</context>
<context>
    <name>HeatTable</name>
    <message>
        <source>Steps by runs</source>
        <translation>Etapas por execução</translation>
    </message>
</context>
<context>
    <name>HeldStrip</name>
    <message numerus="yes">
        <source>%Ln newer run(s)</source>
        <translation>
            <numerusform>%Ln execução mais nova</numerusform>
            <numerusform>%Ln execuções mais novas</numerusform>
        </translation>
    </message>
    <message>
        <source>held while a row is selected</source>
        <translation>em espera enquanto uma linha está selecionada</translation>
    </message>
    <message>
        <source>held while the list is scrolled</source>
        <translation>em espera enquanto a lista está rolada</translation>
    </message>
    <message>
        <source>held while the pointer moves over the list</source>
        <translation>em espera enquanto o ponteiro se move sobre a lista</translation>
    </message>
    <message>
        <source>held while the list is paused</source>
        <translation>em espera enquanto a lista está pausada</translation>
    </message>
    <message>
        <source>held while the list is sorted by duration</source>
        <translation>retidas enquanto a lista está ordenada pela duração</translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>this run</source>
        <translation>esta execução</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Início</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Duração</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Tentativas</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
</context>
<context>
    <name>HistoryPane</name>
    <message>
        <source>Runs in which the step ran</source>
        <translation>Execuções em que a etapa foi executada</translation>
    </message>
    <message>
        <source>p50</source>
        <translation>p50</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Falharam</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>The history of this step is on its way.</source>
        <translation>O histórico desta etapa está a caminho.</translation>
    </message>
    <message numerus="yes">
        <source>Of the newest %n run(s) of this flow; percentiles of those that ended well.</source>
        <translation>
            <numerusform>Da %n execução mais nova deste fluxo; percentis das que terminaram bem.</numerusform>
            <numerusform>Das %n execuções mais novas deste fluxo; percentis das que terminaram bem.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of all %n run(s) of this flow; percentiles of those that ended well.</source>
        <translation>
            <numerusform>De %n execução deste fluxo ao todo; percentis das que terminaram bem.</numerusform>
            <numerusform>De todas as %n execuções deste fluxo; percentis das que terminaram bem.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IdLine</name>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Id of the step</source>
        <translation>Id da etapa</translation>
    </message>
    <message>
        <source>Everything in the flow that names the step follows.</source>
        <translation>Tudo no fluxo que nomeia a etapa acompanha.</translation>
    </message>
    <message>
        <source>Rename the step</source>
        <translation>Renomear a etapa</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import an env file</source>
        <translation>Importar um arquivo env</translation>
    </message>
    <message>
        <source>.env or .yaml</source>
        <translation>.env ou .yaml</translation>
    </message>
    <message>
        <source>File to import</source>
        <translation>Arquivo a importar</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Escolher</translation>
    </message>
    <message>
        <source>into %1</source>
        <translation>para %1</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Ambiente</translation>
    </message>
    <message>
        <source>Key in the file</source>
        <translation>Chave no arquivo</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>Vai para</translation>
    </message>
    <message>
        <source>Where each key goes</source>
        <translation>Para onde vai cada chave</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Take as edits</source>
        <translation>Receber como edições</translation>
    </message>
    <message>
        <source>Env files (.env .env.* *.env *.yaml *.yml)</source>
        <translation>Arquivos env (.env .env.* *.env *.yaml *.yml)</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) cannot be read and are left out.</source>
        <translation>
            <numerusform>%n linha não pode ser lida e fica de fora.</numerusform>
            <numerusform>%n linhas não podem ser lidas e ficam de fora.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (not known here)</source>
        <translation>%1 (desconhecida aqui)</translation>
    </message>
    <message>
        <source>%1 (new)</source>
        <translation>%1 (nova)</translation>
    </message>
    <message>
        <source>leave out</source>
        <translation>deixar de fora</translation>
    </message>
    <message>
        <source>%1 goes to</source>
        <translation>%1 vai para</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importar</translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) taken as edits: review and apply.</source>
        <translation>
            <numerusform>%n chave recebida como edição: revise e aplique.</numerusform>
            <numerusform>%n chaves recebidas como edições: revise e aplique.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InputBox</name>
    <message>
        <source>Name, type, required</source>
        <translation>Nome, tipo, obrigatório</translation>
    </message>
    <message>
        <source>Add a field</source>
        <translation>Adicionar um campo</translation>
    </message>
    <message>
        <source>Add a field to the input</source>
        <translation>Adicionar um campo à entrada</translation>
    </message>
    <message>
        <source>Name of the field %1</source>
        <translation>Nome do campo %1</translation>
    </message>
    <message>
        <source>any</source>
        <translation>qualquer</translation>
    </message>
    <message>
        <source>Type of %1</source>
        <translation>Tipo de %1</translation>
    </message>
    <message>
        <source>%1 must be there</source>
        <translation>%1 precisa estar presente</translation>
    </message>
    <message>
        <source>Must be there</source>
        <translation>Precisa estar presente</translation>
    </message>
</context>
<context>
    <name>InspectorField</name>
    <message>
        <source>From %1 to %2.</source>
        <translation>De %1 a %2.</translation>
    </message>
    <message>
        <source>At least %1.</source>
        <translation>No mínimo %1.</translation>
    </message>
    <message>
        <source>At most %1.</source>
        <translation>No máximo %1.</translation>
    </message>
    <message>
        <source>This is a number.</source>
        <translation>Aqui vai um número.</translation>
    </message>
    <message>
        <source>This is a whole number.</source>
        <translation>Aqui vai um número inteiro.</translation>
    </message>
    <message>
        <source>A duration is written like 250ms, 90s or 5m.</source>
        <translation>Uma duração se escreve como 250ms, 90s ou 5m.</translation>
    </message>
    <message>
        <source>A size is written like 64KiB or 16MiB.</source>
        <translation>Um tamanho se escreve como 64KiB ou 16MiB.</translation>
    </message>
    <message>
        <source>A path is written like /hooks/name.</source>
        <translation>Um caminho se escreve como /hooks/nome.</translation>
    </message>
    <message>
        <source>A name has small letters, digits and _, and begins with a letter.</source>
        <translation>Um nome tem letras minúsculas, dígitos e _, e começa com uma letra.</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Rótulo</translation>
    </message>
    <message>
        <source>Label in Portuguese</source>
        <translation>Rótulo em português</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>Flow</source>
        <translation>Fluxo</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Formato</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Descrição</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Rótulos</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>Prazo</translation>
    </message>
    <message>
        <source>At a time</source>
        <translation>Ao mesmo tempo</translation>
    </message>
    <message>
        <source>Concurrency</source>
        <translation>Concorrência</translation>
    </message>
    <message>
        <source>Same request again</source>
        <translation>Mesmo pedido de novo</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Entrada</translation>
    </message>
    <message>
        <source>Triggers</source>
        <translation>Gatilhos</translation>
    </message>
    <message>
        <source>Defaults of steps</source>
        <translation>Padrões das etapas</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Saída</translation>
    </message>
    <message>
        <source>Finally</source>
        <translation>Ao final</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Etapas</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Chave</translation>
    </message>
    <message>
        <source>Within</source>
        <translation>Dentro de</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>Então</translation>
    </message>
    <message>
        <source>When full</source>
        <translation>Quando cheio</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>Depende de</translation>
    </message>
    <message>
        <source>Runs if</source>
        <translation>Roda se</translation>
    </message>
    <message>
        <source>Skip when</source>
        <translation>Pula quando</translation>
    </message>
    <message>
        <source>Must hold</source>
        <translation>Precisa valer</translation>
    </message>
    <message>
        <source>Only if</source>
        <translation>Só se</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Timeout</source>
        <translation>Tempo limite</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Nova tentativa</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Tentativas</translation>
    </message>
    <message>
        <source>Retry on</source>
        <translation>Tentar de novo em</translation>
    </message>
    <message>
        <source>Backoff</source>
        <translation>Recuo</translation>
    </message>
    <message>
        <source>First wait</source>
        <translation>Primeira espera</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>Fator</translation>
    </message>
    <message>
        <source>Longest wait</source>
        <translation>Maior espera</translation>
    </message>
    <message>
        <source>Jitter</source>
        <translation>Variação</translation>
    </message>
    <message>
        <source>On failure</source>
        <translation>Em caso de falha</translation>
    </message>
    <message>
        <source>Circuit breaker</source>
        <translation>Disjuntor</translation>
    </message>
    <message>
        <source>Opens after</source>
        <translation>Abre depois de</translation>
    </message>
    <message>
        <source>Stays open</source>
        <translation>Fica aberto</translation>
    </message>
    <message>
        <source>Probes</source>
        <translation>Sondas</translation>
    </message>
    <message>
        <source>Rate limit</source>
        <translation>Limite de taxa</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>No máximo</translation>
    </message>
    <message>
        <source>Per</source>
        <translation>A cada</translation>
    </message>
    <message>
        <source>For each</source>
        <translation>Para cada</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Itens</translation>
    </message>
    <message>
        <source>Name of the item</source>
        <translation>Nome do item</translation>
    </message>
    <message>
        <source>Compensation</source>
        <translation>Compensação</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Método</translation>
    </message>
    <message>
        <source>URL</source>
        <translation>URL</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Cabeçalhos</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Consulta</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Corpo</translation>
    </message>
    <message>
        <source>Authorization</source>
        <translation>Autorização</translation>
    </message>
    <message>
        <source>Bearer token</source>
        <translation>Token bearer</translation>
    </message>
    <message>
        <source>Connect within</source>
        <translation>Conectar em até</translation>
    </message>
    <message>
        <source>Largest answer</source>
        <translation>Maior resposta</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Por</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Até</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Evento</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Mensagem</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Nível</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Campos</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Valores</translation>
    </message>
    <message>
        <source>Gates</source>
        <translation>Critérios</translation>
    </message>
    <message>
        <source>Measured value</source>
        <translation>Valor medido</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>No mínimo</translation>
    </message>
    <message>
        <source>Equals</source>
        <translation>Igual a</translation>
    </message>
    <message>
        <source>Command and arguments</source>
        <translation>Comando e argumentos</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>Variáveis</translation>
    </message>
    <message>
        <source>Passed on</source>
        <translation>Repassadas</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Pasta</translation>
    </message>
    <message>
        <source>Largest output</source>
        <translation>Maior saída</translation>
    </message>
    <message>
        <source>Time to stop</source>
        <translation>Tempo para parar</translation>
    </message>
    <message>
        <source>Who may answer</source>
        <translation>Quem pode responder</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Formulário</translation>
    </message>
    <message>
        <source>Expires after</source>
        <translation>Expira depois de</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programa</translation>
    </message>
    <message>
        <source>Secret of the signature</source>
        <translation>Segredo da assinatura</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>Blocos</translation>
    </message>
    <message>
        <source>Webhook</source>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Agenda</translation>
    </message>
    <message>
        <source>Message of a queue</source>
        <translation>Mensagem de uma fila</translation>
    </message>
    <message>
        <source>Times (cron)</source>
        <translation>Horários (cron)</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Fuso horário</translation>
    </message>
    <message>
        <source>Missed times</source>
        <translation>Horários perdidos</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Caminho</translation>
    </message>
    <message>
        <source>Anybody may call it</source>
        <translation>Qualquer um pode chamar</translation>
    </message>
    <message>
        <source>Tolerance</source>
        <translation>Tolerância</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Fila</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Skip next</source>
        <translation>Pular seguintes</translation>
    </message>
    <message>
        <source>Stop run</source>
        <translation>Parar execução</translation>
    </message>
    <message>
        <source>Collect</source>
        <translation>Reunir</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>Warn</source>
        <translation>Avisar</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>Recusar</translation>
    </message>
    <message>
        <source>Reuse</source>
        <translation>Reaproveitar</translation>
    </message>
    <message>
        <source>Cancel oldest</source>
        <translation>Cancelar a mais antiga</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Nenhuma</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Fail</source>
        <translation>Falhar</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Aprovar</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Pular</translation>
    </message>
    <message>
        <source>Run once</source>
        <translation>Rodar uma vez</translation>
    </message>
    <message>
        <source>Run all</source>
        <translation>Rodar todas</translation>
    </message>
    <message>
        <source>%1 without it.</source>
        <translation>Sem isso, %1.</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Ação</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Ambiente</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Serviço</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>Revisão</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Imagem</translation>
    </message>
    <message>
        <source>Copied revision</source>
        <translation>Revisão copiada</translation>
    </message>
    <message>
        <source>Suffix</source>
        <translation>Sufixo</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Configurações</translation>
    </message>
    <message>
        <source>Keys to remove</source>
        <translation>Chaves a remover</translation>
    </message>
    <message>
        <source>Percent</source>
        <translation>Porcentagem</translation>
    </message>
    <message>
        <source>Whole traffic</source>
        <translation>Tráfego inteiro</translation>
    </message>
    <message>
        <source>Only from shares</source>
        <translation>Só destas partes</translation>
    </message>
    <message>
        <source>Looks every</source>
        <translation>Olha a cada</translation>
    </message>
    <message>
        <source>Late figures</source>
        <translation>Valores atrasados</translation>
    </message>
    <message>
        <source>When broken</source>
        <translation>Quando não cumprido</translation>
    </message>
    <message>
        <source>Typed name</source>
        <translation>Nome digitado</translation>
    </message>
    <message>
        <source>Deploy</source>
        <translation>Implantar</translation>
    </message>
    <message>
        <source>Move traffic</source>
        <translation>Mover tráfego</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>Reverter</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>Esperar</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>Critério</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Tell</source>
        <translation>Informar</translation>
    </message>
    <message>
        <source>While the traffic stays</source>
        <translation>Enquanto o tráfego ficar</translation>
    </message>
    <message>
        <source>Total timeout</source>
        <translation>Tempo limite total</translation>
    </message>
</context>
<context>
    <name>InspectorForm</name>
    <message>
        <source>Other keys</source>
        <translation>Outras chaves</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Etapa</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>Entradas</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Política</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>Condições</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Rótulos</translation>
    </message>
    <message>
        <source>Flow</source>
        <translation>Fluxo</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Limites</translation>
    </message>
    <message>
        <source>JSON Schema</source>
        <translation>JSON Schema</translation>
    </message>
    <message>
        <source>Open the flow</source>
        <translation>Abrir o fluxo</translation>
    </message>
</context>
<context>
    <name>ItemsBox</name>
    <message>
        <source>Add a gate</source>
        <translation>Adicionar um critério</translation>
    </message>
    <message>
        <source>Add a trigger</source>
        <translation>Adicionar um gatilho</translation>
    </message>
    <message>
        <source>Add a rule</source>
        <translation>Adicionar uma regra</translation>
    </message>
    <message>
        <source>Name of the gate</source>
        <translation>Nome do critério</translation>
    </message>
    <message>
        <source>Rule %1</source>
        <translation>Regra %1</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remover</translation>
    </message>
</context>
<context>
    <name>JsonEditor</name>
    <message>
        <source>%1 is too much to paste here; up to %2 fits.</source>
        <translation>%1 é demais para colar aqui; cabem até %2.</translation>
    </message>
</context>
<context>
    <name>KeyLine</name>
    <message>
        <source>%1 has a value in %2.</source>
        <translation>%1 tem valor em %2.</translation>
    </message>
    <message>
        <source>%1 has no value in %2.</source>
        <translation>%1 não tem valor em %2.</translation>
    </message>
    <message>
        <source>Open the key %1</source>
        <translation>Abrir a chave %1</translation>
    </message>
    <message>
        <source>Open key</source>
        <translation>Abrir a chave</translation>
    </message>
</context>
<context>
    <name>KeyRows</name>
    <message>
        <source>added</source>
        <comment>a key</comment>
        <translation>acrescentada</translation>
    </message>
    <message>
        <source>removed</source>
        <comment>a key</comment>
        <translation>removida</translation>
    </message>
    <message>
        <source>changed</source>
        <comment>a key</comment>
        <translation>mudada</translation>
    </message>
    <message>
        <source>unchanged</source>
        <comment>a key</comment>
        <translation>igual</translation>
    </message>
    <message>
        <source>secret %1:%2</source>
        <translation>segredo %1:%2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a key and its state</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Chave</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Agora</translation>
    </message>
    <message>
        <source>In the new revision</source>
        <translation>Na nova revisão</translation>
    </message>
</context>
<context>
    <name>KeysSheet</name>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>This view</source>
        <translation>Esta visão</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Em todo lugar</translation>
    </message>
</context>
<context>
    <name>KindChooser</name>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Kind of the step</source>
        <translation>Tipo da etapa</translation>
    </message>
    <message>
        <source>Choose what it does</source>
        <translation>Escolha o que ela faz</translation>
    </message>
    <message>
        <source>Change the kind</source>
        <translation>Mudar o tipo</translation>
    </message>
</context>
<context>
    <name>LaunchPane</name>
    <message>
        <source>%1 copied</source>
        <translation>%1 copiado</translation>
    </message>
    <message>
        <source>Payload</source>
        <translation>Payload</translation>
    </message>
    <message>
        <source>cURL</source>
        <translation>cURL</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>Copiar %1</translation>
    </message>
    <message>
        <source>Secrets read *** here and in the copy.</source>
        <translation>Os segredos aparecem como *** aqui e na cópia.</translation>
    </message>
    <message>
        <source>cURL is for batuta serve on this computer; batuta run works in the workspace folder. Secrets are left to variables of your shell.</source>
        <translation>O cURL serve para batuta serve neste computador; batuta run funciona na pasta do espaço de trabalho. Os segredos ficam em variáveis do shell.</translation>
    </message>
</context>
<context>
    <name>LineEditor</name>
    <message>
        <source>A line holds up to %1 characters; the rest was left out. Use the JSON view for longer text.</source>
        <translation>Uma linha comporta até %1 caracteres; o resto ficou de fora. Use a visão JSON para textos mais longos.</translation>
    </message>
    <message>
        <source>%1 of text: use the JSON view</source>
        <translation>%1 de texto: use a visão JSON</translation>
    </message>
</context>
<context>
    <name>ListEditor</name>
    <message>
        <source>Add</source>
        <translation>Adicionar</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Remover %1</translation>
    </message>
    <message numerus="yes">
        <source>More than %n item(s) are edited in the JSON view.</source>
        <translation>
            <numerusform>Mais de %n item: edite na visão JSON.</numerusform>
            <numerusform>Mais de %n itens: edite na visão JSON.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LogColumns</name>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Gravidade</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Mensagem</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Serviço</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Etapa</translation>
    </message>
    <message>
        <source>Logger</source>
        <translation>Logger</translation>
    </message>
    <message>
        <source>Flow</source>
        <translation>Fluxo</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>Revisão</translation>
    </message>
</context>
<context>
    <name>LogDetail</name>
    <message>
        <source>Fields</source>
        <translation>Campos</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Contexto</translation>
    </message>
    <message>
        <source>Previous line</source>
        <translation>Linha anterior</translation>
    </message>
    <message>
        <source>Next line</source>
        <translation>Próxima linha</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
    <message>
        <source>Open run</source>
        <translation>Abrir a execução</translation>
    </message>
    <message>
        <source>Show 20 around</source>
        <translation>Mostrar 20 em volta</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Show every line</source>
        <translation>Mostrar todas as linhas</translation>
    </message>
    <message>
        <source>Select a line</source>
        <translation>Selecione uma linha</translation>
    </message>
    <message>
        <source>%1, line %2</source>
        <translation>%1, linha %2</translation>
    </message>
    <message>
        <source>The line names no execution.</source>
        <translation>A linha não cita nenhuma execução.</translation>
    </message>
    <message numerus="yes">
        <source>Same message %Ln time(s)</source>
        <translation>
            <numerusform>Mesma mensagem %Ln vez</numerusform>
            <numerusform>Mesma mensagem %Ln vezes</numerusform>
        </translation>
    </message>
    <message>
        <source>This line is no whole JSON: %1</source>
        <translation>Esta linha não é um JSON completo: %1</translation>
    </message>
    <message>
        <source>%1 masked</source>
        <translation>%1 mascarado</translation>
    </message>
</context>
<context>
    <name>LogFacetList</name>
    <message>
        <source>Facets</source>
        <translation>Facetas</translation>
    </message>
</context>
<context>
    <name>LogFacetModel</name>
    <message numerus="yes">
        <source>%1, %n line(s)</source>
        <translation>
            <numerusform>%1, %n linha</numerusform>
            <numerusform>%1, %n linhas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LogHistogram</name>
    <message numerus="yes">
        <source>%Ln line(s)</source>
        <translation>
            <numerusform>%Ln linha</numerusform>
            <numerusform>%Ln linhas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LogPanel</name>
    <message>
        <source>this step</source>
        <translation>esta etapa</translation>
    </message>
    <message>
        <source>whole run</source>
        <translation>a execução</translation>
    </message>
    <message>
        <source>Log lines</source>
        <translation>Linhas de log</translation>
    </message>
    <message>
        <source>Lines of</source>
        <translation>Linhas de</translation>
    </message>
    <message numerus="yes">
        <source>%1, the last %n line(s)</source>
        <translation>
            <numerusform>%1, a última %n linha</numerusform>
            <numerusform>%1, as últimas %n linhas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n line(s)</source>
        <translation>
            <numerusform>%1, %n linha</numerusform>
            <numerusform>%1, %n linhas</numerusform>
        </translation>
    </message>
    <message>
        <source>The log has no line about this step.</source>
        <translation>O log não tem linhas sobre esta etapa.</translation>
    </message>
    <message>
        <source>The log has no line about this run.</source>
        <translation>O log não tem linhas sobre esta execução.</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) copied.</source>
        <translation>
            <numerusform>%n linha copiada.</numerusform>
            <numerusform>%n linhas copiadas.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open in Logs</source>
        <translation>Abrir em Logs</translation>
    </message>
    <message>
        <source>Nothing had been logged by this moment.</source>
        <translation>Nada havia sido registrado no log até este momento.</translation>
    </message>
    <message>
        <source>Cloud Logging</source>
        <translation>Cloud Logging</translation>
    </message>
    <message>
        <source>What the services in the cloud have logged about this run</source>
        <translation>O que os serviços na nuvem registraram sobre esta execução</translation>
    </message>
    <message>
        <source>Open in Cloud Logging</source>
        <translation>Abrir no Cloud Logging</translation>
    </message>
</context>
<context>
    <name>LogsPage</name>
    <message>
        <source>Select a line first.</source>
        <translation>Selecione uma linha primeiro.</translation>
    </message>
    <message>
        <source>Following</source>
        <translation>Acompanhando</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Acompanhar</translation>
    </message>
    <message>
        <source>Write a query</source>
        <translation>Escrever uma consulta</translation>
    </message>
    <message>
        <source>Find, next match</source>
        <translation>Localizar, próxima ocorrência</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Ocorrência anterior</translation>
    </message>
    <message>
        <source>Next error</source>
        <translation>Próximo erro</translation>
    </message>
    <message>
        <source>Previous error</source>
        <translation>Erro anterior</translation>
    </message>
    <message>
        <source>Keep lines in one row</source>
        <translation>Manter cada linha em uma só fila</translation>
    </message>
    <message>
        <source>Wrap long lines</source>
        <translation>Quebrar linhas longas</translation>
    </message>
    <message>
        <source>Show every line</source>
        <translation>Mostrar todas as linhas</translation>
    </message>
    <message>
        <source>Group repeats</source>
        <translation>Agrupar repetições</translation>
    </message>
    <message>
        <source>Go to time</source>
        <translation>Ir para um horário</translation>
    </message>
    <message>
        <source>Hide the detail</source>
        <translation>Ocultar o detalhe</translation>
    </message>
    <message>
        <source>Show the detail</source>
        <translation>Mostrar o detalhe</translation>
    </message>
    <message>
        <source>Reset the columns</source>
        <translation>Restaurar as colunas</translation>
    </message>
    <message>
        <source>Filter for the cell</source>
        <translation>Filtrar pela célula</translation>
    </message>
    <message>
        <source>Filter the cell out</source>
        <translation>Excluir a célula pelo filtro</translation>
    </message>
    <message>
        <source>Open the run of the line</source>
        <translation>Abrir a execução da linha</translation>
    </message>
    <message>
        <source>The line names no execution.</source>
        <translation>A linha não cita nenhuma execução.</translation>
    </message>
    <message>
        <source>Copy the lines</source>
        <translation>Copiar as linhas</translation>
    </message>
    <message>
        <source>Copy the lines as JSON</source>
        <translation>Copiar as linhas como JSON</translation>
    </message>
    <message>
        <source>Show the lines around it</source>
        <translation>Mostrar as linhas em volta</translation>
    </message>
    <message>
        <source>Log of this engine</source>
        <translation>Log deste motor</translation>
    </message>
    <message>
        <source>Open a log file</source>
        <translation>Abrir um arquivo de log</translation>
    </message>
    <message>
        <source>Open a folder of log files</source>
        <translation>Abrir uma pasta de arquivos de log</translation>
    </message>
    <message>
        <source>Export the lines</source>
        <translation>Exportar as linhas</translation>
    </message>
    <message>
        <source>There are no lines.</source>
        <translation>Não há linhas.</translation>
    </message>
    <message>
        <source>Brush the histogram to choose a time.</source>
        <translation>Arraste sobre o histograma para escolher um período.</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>Nada encontrado.</translation>
    </message>
    <message>
        <source>No error before it.</source>
        <translation>Nenhum erro antes dela.</translation>
    </message>
    <message>
        <source>No error behind it.</source>
        <translation>Nenhum erro depois dela.</translation>
    </message>
    <message>
        <source>These are too many lines to copy: export them.</source>
        <translation>São linhas demais para copiar: exporte-as.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) copied.</source>
        <translation>
            <numerusform>%Ln linha copiada.</numerusform>
            <numerusform>%Ln linhas copiadas.</numerusform>
        </translation>
    </message>
    <message>
        <source>The lines are being written.</source>
        <translation>As linhas estão sendo gravadas.</translation>
    </message>
    <message>
        <source>Remove the column %1</source>
        <translation>Remover a coluna %1</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colunas</translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) written.</source>
        <translation>
            <numerusform>%Ln linha gravada.</numerusform>
            <numerusform>%Ln linhas gravadas.</numerusform>
        </translation>
    </message>
    <message>
        <source>The lines could not be written: %1</source>
        <translation>Não foi possível gravar as linhas: %1</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Logs</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mais</translation>
    </message>
    <message>
        <source>Mend it</source>
        <translation>Corrigir</translation>
    </message>
    <message>
        <source>next match</source>
        <translation>próxima ocorrência</translation>
    </message>
    <message>
        <source>filter by cell</source>
        <translation>filtrar pela célula</translation>
    </message>
    <message>
        <source>wrap</source>
        <translation>quebrar linha</translation>
    </message>
    <message>
        <source>Log lines</source>
        <translation>Linhas de log</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Consulta</translation>
    </message>
    <message>
        <source>Lines over time</source>
        <translation>Linhas ao longo do tempo</translation>
    </message>
    <message>
        <source>Clear the query</source>
        <translation>Limpar a consulta</translation>
    </message>
    <message>
        <source>This engine</source>
        <translation>Este motor</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 e mais %n</numerusform>
            <numerusform>%1 e mais %n</numerusform>
        </translation>
    </message>
    <message>
        <source>A value is missing behind %1.</source>
        <translation>Falta um valor depois de %1.</translation>
    </message>
    <message>
        <source>A field is missing before the operator.</source>
        <translation>Falta um campo antes do operador.</translation>
    </message>
    <message>
        <source>Something is missing here.</source>
        <translation>Falta algo aqui.</translation>
    </message>
    <message>
        <source>The quote is not closed.</source>
        <translation>As aspas não foram fechadas.</translation>
    </message>
    <message>
        <source>The bracket is not closed.</source>
        <translation>O parêntese não foi fechado.</translation>
    </message>
    <message>
        <source>This bracket closes none.</source>
        <translation>Este parêntese não fecha nenhum.</translation>
    </message>
    <message>
        <source>Write %1 instead.</source>
        <translation>Escreva %1 no lugar.</translation>
    </message>
    <message>
        <source>The regular expression cannot be read: %1.</source>
        <translation>Não é possível ler a expressão regular: %1.</translation>
    </message>
    <message>
        <source>%1 is no severity.</source>
        <translation>%1 não é uma gravidade.</translation>
    </message>
    <message>
        <source>%1 is no time such as 2026-11-21T14:21:07.</source>
        <translation>%1 não é um horário como 2026-11-21T14:21:07.</translation>
    </message>
    <message>
        <source>The query is too long.</source>
        <translation>A consulta é longa demais.</translation>
    </message>
    <message>
        <source>Brackets stand too deep in each other.</source>
        <translation>Há parênteses demais uns dentro dos outros.</translation>
    </message>
    <message>
        <source>Did you mean %1?</source>
        <translation>Você quis dizer %1?</translation>
    </message>
    <message>
        <source>All times</source>
        <translation>Todo o período</translation>
    </message>
    <message>
        <source>Since %1</source>
        <translation>Desde %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 a %2</translation>
    </message>
    <message>
        <source>Last 5 minutes</source>
        <translation>Últimos 5 minutos</translation>
    </message>
    <message>
        <source>Last 15 minutes</source>
        <translation>Últimos 15 minutos</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>Última hora</translation>
    </message>
    <message>
        <source>Last 6 hours</source>
        <translation>Últimas 6 horas</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>Últimas 24 horas</translation>
    </message>
    <message>
        <source>Use a time such as 14:21:07, or 2026-11-21T14:21:07.</source>
        <translation>Use um horário como 14:21:07 ou 2026-11-21T14:21:07.</translation>
    </message>
    <message>
        <source>The log cannot be read.</source>
        <translation>Não é possível ler o log.</translation>
    </message>
    <message>
        <source>This engine has not written a line yet.</source>
        <translation>Este motor ainda não gravou nenhuma linha.</translation>
    </message>
    <message>
        <source>There are no lines in it.</source>
        <translation>Não há linhas nele.</translation>
    </message>
    <message>
        <source>No lines match.</source>
        <translation>Nenhuma linha corresponde.</translation>
    </message>
    <message>
        <source>No new lines come from the engine.</source>
        <translation>Não chegam linhas novas do motor.</translation>
    </message>
    <message>
        <source>Some files cannot be read.</source>
        <translation>Não é possível ler alguns arquivos.</translation>
    </message>
    <message>
        <source>~%1 of ~%2 lines, %3 % read</source>
        <translation>~%1 de ~%2 linhas, %3 % lido</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln line(s), %2 ms</source>
        <translation>
            <numerusform>%1 de %Ln linha, %2 ms</numerusform>
            <numerusform>%1 de %Ln linhas, %2 ms</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 M</source>
        <translation>%1 mi</translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s)</source>
        <translation>
            <numerusform>%Ln linha</numerusform>
            <numerusform>%Ln linhas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) selected</source>
        <translation>
            <numerusform>%Ln linha selecionada</numerusform>
            <numerusform>%Ln linhas selecionadas</numerusform>
        </translation>
    </message>
    <message>
        <source>Line %1 of %2</source>
        <translation>Linha %1 de %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>Cloud Logging of this environment</source>
        <translation>Cloud Logging deste ambiente</translation>
    </message>
    <message>
        <source>No environment here runs in a cloud.</source>
        <translation>Nenhum ambiente daqui roda numa nuvem.</translation>
    </message>
    <message>
        <source>Bring older entries over</source>
        <translation>Trazer entradas mais antigas</translation>
    </message>
    <message>
        <source>Everything that there is was brought over.</source>
        <translation>Tudo o que existe já foi trazido.</translation>
    </message>
    <message>
        <source>The cloud does not tell what was logged.</source>
        <translation>A nuvem não diz o que foi registrado.</translation>
    </message>
    <message>
        <source>Nothing was logged there.</source>
        <translation>Nada foi registrado lá.</translation>
    </message>
    <message>
        <source>No new entries come from Cloud Logging.</source>
        <translation>Não chegam entradas novas do Cloud Logging.</translation>
    </message>
    <message>
        <source>Cloud Logging</source>
        <translation>Cloud Logging</translation>
    </message>
    <message>
        <source>all services</source>
        <translation>todos os serviços</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries</source>
        <translation>
            <numerusform>%Ln entrada</numerusform>
            <numerusform>%Ln entradas</numerusform>
        </translation>
    </message>
    <message>
        <source>the newest %1, since %2</source>
        <translation>as mais novas: %1, desde %2</translation>
    </message>
    <message>
        <source>%1 · all services</source>
        <translation>%1 · todos os serviços</translation>
    </message>
</context>
<context>
    <name>MapBox</name>
    <message>
        <source>Remove</source>
        <translation>Remover</translation>
    </message>
    <message>
        <source>Add a key</source>
        <translation>Adicionar uma chave</translation>
    </message>
    <message>
        <source>Add a key to %1</source>
        <translation>Adicionar uma chave a %1</translation>
    </message>
    <message>
        <source>There is a key %1 already.</source>
        <translation>Já existe uma chave %1.</translation>
    </message>
    <message>
        <source>= ••••, a secret</source>
        <translation>= ••••, um segredo</translation>
    </message>
    <message>
        <source>= %1 in the last run</source>
        <translation>= %1 na última execução</translation>
    </message>
    <message>
        <source>Key %1</source>
        <translation>Chave %1</translation>
    </message>
    <message>
        <source>Value of %1</source>
        <translation>Valor de %1</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Remover %1</translation>
    </message>
</context>
<context>
    <name>MatrixDelegate</name>
    <message numerus="yes">
        <source>%n key(s), folded</source>
        <translation>
            <numerusform>%n chave, recolhida</numerusform>
            <numerusform>%n chaves, recolhidas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key(s)</source>
        <translation>
            <numerusform>%n chave</numerusform>
            <numerusform>%n chaves</numerusform>
        </translation>
    </message>
    <message>
        <source>a new value</source>
        <translation>um novo valor</translation>
    </message>
</context>
<context>
    <name>MatrixHeader</name>
    <message>
        <source>applied %1, %2</source>
        <translation>aplicado %1, %2</translation>
    </message>
    <message>
        <source>no file yet</source>
        <translation>ainda sem arquivo</translation>
    </message>
    <message numerus="yes">
        <source>%n set</source>
        <translation>
            <numerusform>%n definida</numerusform>
            <numerusform>%n definidas</numerusform>
        </translation>
    </message>
    <message>
        <source>open %1:%2</source>
        <translation>aberto %1:%2</translation>
    </message>
    <message>
        <source>read only</source>
        <translation>só leitura</translation>
    </message>
    <message>
        <source>over the files of %1</source>
        <translation>acima dos arquivos de %1</translation>
    </message>
</context>
<context>
    <name>MatrixLegend</name>
    <message>
        <source>differs from %1</source>
        <translation>difere de %1</translation>
    </message>
    <message>
        <source>needed and missing</source>
        <translation>necessária e ausente</translation>
    </message>
    <message>
        <source>secret, four characters of its fingerprint</source>
        <translation>segredo, quatro caracteres da impressão digital</translation>
    </message>
    <message>
        <source>not applied yet</source>
        <translation>ainda não aplicado</translation>
    </message>
    <message>
        <source>F2 edit, P next problem</source>
        <translation>F2 editar, P próximo problema</translation>
    </message>
</context>
<context>
    <name>MatrixTable</name>
    <message>
        <source>General</source>
        <translation>Geral</translation>
    </message>
    <message>
        <source>Not in the template</source>
        <translation>Fora do modelo</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Ausente</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>não definido</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>vazio</translation>
    </message>
    <message>
        <source>secret %1</source>
        <translation>segredo %1</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>difere</translation>
    </message>
    <message>
        <source>not applied yet</source>
        <translation>ainda não aplicado</translation>
    </message>
    <message>
        <source>%1 in %2: %3</source>
        <translation>%1 em %2: %3</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Chave</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>Alterar %1</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>Copiar %1</translation>
    </message>
    <message>
        <source>in the sealed file</source>
        <translation>no arquivo selado</translation>
    </message>
    <message>
        <source>in the keyring</source>
        <translation>no chaveiro</translation>
    </message>
    <message>
        <source>secret, revealed</source>
        <translation>segredo, revelado</translation>
    </message>
    <message>
        <source>Secret Manager, %1</source>
        <translation>Secret Manager, %1</translation>
    </message>
    <message>
        <source>process</source>
        <translation>processo</translation>
    </message>
    <message>
        <source>deployed</source>
        <translation>implantado</translation>
    </message>
    <message>
        <source>not deployed</source>
        <translation>não implantado</translation>
    </message>
    <message>
        <source>Cloud Run sets it</source>
        <translation>o Cloud Run define</translation>
    </message>
</context>
<context>
    <name>MetricsPage</name>
    <message>
        <source>No board is shown</source>
        <translation>Nenhum quadro está em exibição</translation>
    </message>
    <message>
        <source>Read the figures again</source>
        <translation>Ler os números de novo</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Afastar</translation>
    </message>
    <message>
        <source>Back to the time before</source>
        <translation>Voltar ao período anterior</translation>
    </message>
    <message>
        <source>Nothing was zoomed</source>
        <translation>Nada foi ampliado</translation>
    </message>
    <message>
        <source>Table of the panel&apos;s values</source>
        <translation>Tabela dos valores do painel</translation>
    </message>
    <message>
        <source>Select a panel first</source>
        <translation>Selecione um painel primeiro</translation>
    </message>
    <message>
        <source>Runs behind the panel</source>
        <translation>Execuções por trás do painel</translation>
    </message>
    <message>
        <source>Resume live</source>
        <translation>Retomar ao vivo</translation>
    </message>
    <message>
        <source>Pause live</source>
        <translation>Pausar ao vivo</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alertas</translation>
    </message>
    <message>
        <source>Acknowledge the alert</source>
        <translation>Reconhecer o alerta</translation>
    </message>
    <message>
        <source>Open the alerts first</source>
        <translation>Abra os alertas primeiro</translation>
    </message>
    <message>
        <source>Mute the alert, or hear it again</source>
        <translation>Silenciar o alerta ou voltar a ouvi-lo</translation>
    </message>
    <message>
        <source>The board is not being edited</source>
        <translation>O quadro não está em edição</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Edit board</source>
        <translation>Editar quadro</translation>
    </message>
    <message>
        <source>Save board</source>
        <translation>Salvar quadro</translation>
    </message>
    <message>
        <source>Nothing has changed</source>
        <translation>Nada mudou</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Desfazer</translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation>Nada para desfazer</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Refazer</translation>
    </message>
    <message>
        <source>Nothing to redo</source>
        <translation>Nada para refazer</translation>
    </message>
    <message>
        <source>The board is saved.</source>
        <translation>O quadro foi salvo.</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Métricas</translation>
    </message>
    <message>
        <source>The boards could not be read.</source>
        <translation>Não foi possível ler os quadros.</translation>
    </message>
    <message>
        <source>There is no board.</source>
        <translation>Não há nenhum quadro.</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s) in this board.</source>
        <translation>
            <numerusform>%n problema neste quadro.</numerusform>
            <numerusform>%n problemas neste quadro.</numerusform>
        </translation>
    </message>
    <message>
        <source>This board has no panels.</source>
        <translation>Este quadro não tem painéis.</translation>
    </message>
    <message>
        <source>flow: all</source>
        <translation>fluxo: todos</translation>
    </message>
    <message>
        <source>flow: %1</source>
        <translation>fluxo: %1</translation>
    </message>
    <message>
        <source>not by itself</source>
        <translation>não automático</translation>
    </message>
    <message numerus="yes">
        <source>every %n s</source>
        <translation>
            <numerusform>a cada %n s</numerusform>
            <numerusform>a cada %n s</numerusform>
        </translation>
    </message>
    <message>
        <source>Paused at %1</source>
        <translation>Pausado às %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 a %2</translation>
    </message>
    <message>
        <source>other</source>
        <translation>outros</translation>
    </message>
    <message>
        <source>Boards</source>
        <translation>Quadros</translation>
    </message>
    <message>
        <source>Time range</source>
        <translation>Período</translation>
    </message>
    <message>
        <source>Table of values</source>
        <translation>Tabela de valores</translation>
    </message>
    <message>
        <source>Runs of this time</source>
        <translation>Execuções deste período</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>All flows</source>
        <translation>Todos os fluxos</translation>
    </message>
    <message>
        <source>Mend the problems in its file first</source>
        <translation>Corrija antes os problemas no arquivo</translation>
    </message>
    <message>
        <source>Change the panel</source>
        <translation>Alterar o painel</translation>
    </message>
    <message>
        <source>Remove the panel</source>
        <translation>Remover o painel</translation>
    </message>
    <message>
        <source>Add a panel</source>
        <translation>Adicionar um painel</translation>
    </message>
    <message>
        <source>New panel</source>
        <translation>Novo painel</translation>
    </message>
    <message>
        <source>The panel is removed.</source>
        <translation>O painel foi removido.</translation>
    </message>
    <message>
        <source>all services</source>
        <translation>todos os serviços</translation>
    </message>
    <message>
        <source>no cloud</source>
        <translation>sem nuvem</translation>
    </message>
    <message>
        <source>No environment here runs in a cloud.</source>
        <translation>Nenhum ambiente daqui roda numa nuvem.</translation>
    </message>
    <message>
        <source>Cloud Monitoring of %1 in %2, %3</source>
        <translation>Cloud Monitoring de %1 em %2, %3</translation>
    </message>
    <message>
        <source>Requests of this time</source>
        <translation>Requisições deste período</translation>
    </message>
</context>
<context>
    <name>MetricsText</name>
    <message>
        <source>closed</source>
        <translation>fechado</translation>
    </message>
    <message>
        <source>half-open</source>
        <translation>meio aberto</translation>
    </message>
    <message>
        <source>open</source>
        <translation>aberto</translation>
    </message>
    <message>
        <source>%1, hidden</source>
        <translation>%1, oculta</translation>
    </message>
    <message>
        <source>%1: click hides or shows it, Alt and click shows it alone</source>
        <translation>%1: clique oculta ou mostra, Alt e clique mostra só ela</translation>
    </message>
    <message>
        <source>alert above %1</source>
        <translation>alerta acima de %1</translation>
    </message>
    <message>
        <source>%1, %2 bucket</source>
        <translation>%1, intervalo de %2</translation>
    </message>
    <message>
        <source>%1 in %2 steps</source>
        <translation>%1 em intervalos de %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln reading(s)</source>
        <translation>
            <numerusform>%Ln leitura</numerusform>
            <numerusform>%Ln leituras</numerusform>
        </translation>
    </message>
    <message>
        <source>n = %L1</source>
        <translation>n = %L1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) left out</source>
        <translation>
            <numerusform>%Ln linha de fora</numerusform>
            <numerusform>%Ln linhas de fora</numerusform>
        </translation>
    </message>
    <message>
        <source>Cannot be checked</source>
        <translation>Não pode ser verificado</translation>
    </message>
    <message>
        <source>Firing</source>
        <translation>Disparado</translation>
    </message>
    <message>
        <source>Firing, acknowledged</source>
        <translation>Disparado, reconhecido</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>Pendente</translation>
    </message>
    <message>
        <source>Quiet</source>
        <translation>Sem disparo</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>%1 below %2, over %3</source>
        <translation>%1 abaixo de %2, em %3</translation>
    </message>
    <message>
        <source>%1 above %2, over %3</source>
        <translation>%1 acima de %2, em %3</translation>
    </message>
    <message>
        <source>%1, for %2</source>
        <translation>%1, por %2</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>Resolvido</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>Reconhecido</translation>
    </message>
    <message>
        <source>Muted</source>
        <translation>Silenciado</translation>
    </message>
    <message>
        <source>No longer muted</source>
        <translation>Não está mais silenciado</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Enviado</translation>
    </message>
    <message>
        <source>Could not be sent</source>
        <translation>Não pôde ser enviado</translation>
    </message>
</context>
<context>
    <name>MiniGraph</name>
    <message>
        <source>Graph of the flow</source>
        <translation>Grafo do fluxo</translation>
    </message>
</context>
<context>
    <name>Minimap</name>
    <message>
        <source>Map of the whole graph</source>
        <translation>Mapa do grafo inteiro</translation>
    </message>
</context>
<context>
    <name>NewFlowDialog</name>
    <message>
        <source>Empty flow</source>
        <translation>Fluxo vazio</translation>
    </message>
    <message>
        <source>Functions one after the other. Each gets what the one before answered, and is tried again when it fails for a moment.</source>
        <translation>Funções uma após a outra. Cada uma recebe o que a anterior respondeu e é tentada de novo quando falha por um momento.</translation>
    </message>
    <message>
        <source>Branches side by side, one of them for each item of a list, and a step that brings their answers together.</source>
        <translation>Ramos lado a lado, um deles para cada item de uma lista, e uma etapa que reúne as respostas.</translation>
    </message>
    <message>
        <source>A measured condition, then a person who says yes or no within a day.</source>
        <translation>Uma condição medida e depois uma pessoa que diz sim ou não dentro de um dia.</translation>
    </message>
    <message>
        <source>A message starts it. What was done is undone, last first, when a later step fails.</source>
        <translation>Uma mensagem o inicia. O que foi feito é desfeito, do último ao primeiro, quando uma etapa posterior falha.</translation>
    </message>
    <message>
        <source>Runs every night, never two at a time, and tells when something is wrong.</source>
        <translation>Roda toda noite, nunca dois ao mesmo tempo, e avisa quando algo está errado.</translation>
    </message>
    <message>
        <source>Nothing but a name: build it on the canvas.</source>
        <translation>Só um nome: monte-o no quadro.</translation>
    </message>
    <message>
        <source>Line %1: %2 (%3)</source>
        <comment>of an import: line, what, why</comment>
        <translation>Linha %1: %2 (%3)</translation>
    </message>
    <message>
        <source>Everything in the workflow has its counterpart.</source>
        <translation>Tudo no workflow tem correspondência.</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) in the workflow have no counterpart, and stand in the flow as comments:</source>
        <translation>
            <numerusform>%n coisa no workflow não tem correspondência e fica no fluxo como comentário:</numerusform>
            <numerusform>%n coisas no workflow não têm correspondência e ficam no fluxo como comentários:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n etapa</numerusform>
            <numerusform>%n etapas</numerusform>
        </translation>
    </message>
    <message>
        <source>Begin with a letter; then a-z, 0-9 and _, at most 63.</source>
        <translation>Comece com uma letra; depois a-z, 0-9 e _, no máximo 63.</translation>
    </message>
    <message>
        <source>There is a flow of this name already.</source>
        <translation>Já existe um fluxo com esse nome.</translation>
    </message>
    <message>
        <source>The system is a folder: a-z, 0-9 and _.</source>
        <translation>O sistema é uma pasta: a-z, 0-9 e _.</translation>
    </message>
    <message>
        <source>New flow</source>
        <translation>Novo fluxo</translation>
    </message>
    <message>
        <source>Begin with</source>
        <translation>Começar com</translation>
    </message>
    <message>
        <source>What has no counterpart</source>
        <translation>O que não tem correspondência</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Sistema</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>Import a GitHub Actions workflow …</source>
        <translation>Importar um workflow do GitHub Actions …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Criar</translation>
    </message>
</context>
<context>
    <name>OutlinePane</name>
    <message>
        <source>Outline</source>
        <translation>Estrutura</translation>
    </message>
    <message>
        <source>Steps of the flow, each behind what it needs</source>
        <translation>Etapas do fluxo, cada uma depois do que precisa</translation>
    </message>
    <message numerus="yes">
        <source>%Ln step(s)</source>
        <translation>
            <numerusform>%Ln etapa</numerusform>
            <numerusform>%Ln etapas</numerusform>
        </translation>
    </message>
    <message>
        <source>needs %1</source>
        <translation>depende de %1</translation>
    </message>
    <message>
        <source>%1, %2 step, id %3</source>
        <translation>%1, etapa %2, id %3</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln error(s)</source>
        <translation>
            <numerusform>%Ln erro</numerusform>
            <numerusform>%Ln erros</numerusform>
        </translation>
    </message>
    <message>
        <source>%1. From %2</source>
        <translation>%1. De %2</translation>
    </message>
    <message>
        <source>The flow has no steps</source>
        <translation>O fluxo não tem etapas</translation>
    </message>
    <message numerus="yes">
        <source>Remove %Ln step(s)</source>
        <translation>
            <numerusform>Remover %Ln etapa</numerusform>
            <numerusform>Remover %Ln etapas</numerusform>
        </translation>
    </message>
    <message>
        <source>Rename %1</source>
        <translation>Renomear %1</translation>
    </message>
    <message>
        <source>The steps appear once the text can be read</source>
        <translation>As etapas aparecem assim que o texto puder ser lido</translation>
    </message>
</context>
<context>
    <name>OverlayChooser</name>
    <message>
        <source>No overlay</source>
        <translation>Sem sobreposição</translation>
    </message>
    <message>
        <source>p50 of recorded runs</source>
        <translation>p50 das execuções registradas</translation>
    </message>
    <message>
        <source>p95 of recorded runs</source>
        <translation>p95 das execuções registradas</translation>
    </message>
    <message>
        <source>Error rate</source>
        <translation>Taxa de erro</translation>
    </message>
    <message>
        <source>Last status</source>
        <translation>Último estado</translation>
    </message>
    <message>
        <source>Overlay: %1</source>
        <translation>Sobreposição: %1</translation>
    </message>
    <message>
        <source>What recorded runs say of each step</source>
        <translation>O que as execuções registradas dizem de cada etapa</translation>
    </message>
    <message>
        <source>No run of this flow is recorded here</source>
        <translation>Nenhuma execução deste fluxo está registrada aqui</translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>Next section</source>
        <translation>Próxima seção</translation>
    </message>
    <message>
        <source>Section before</source>
        <translation>Seção anterior</translation>
    </message>
    <message>
        <source>Open what was chosen</source>
        <translation>Abrir o que foi escolhido</translation>
    </message>
    <message>
        <source>Acknowledge: mute the alert, or mark the failure as addressed</source>
        <translation>Reconhecer: silenciar o alerta, ou marcar a falha como tratada</translation>
    </message>
    <message>
        <source>Choose what needs attention first.</source>
        <translation>Escolha antes o que precisa de atenção.</translation>
    </message>
    <message>
        <source>It goes when it has been dealt with.</source>
        <translation>Some quando tiver sido resolvido.</translation>
    </message>
    <message>
        <source>Undo the acknowledgement</source>
        <translation>Desfazer o reconhecimento</translation>
    </message>
    <message>
        <source>Nothing was acknowledged.</source>
        <translation>Nada foi reconhecido.</translation>
    </message>
    <message>
        <source>Read the overview again</source>
        <translation>Ler a visão geral de novo</translation>
    </message>
    <message>
        <source>Muted for an hour.</source>
        <translation>Silenciado por uma hora.</translation>
    </message>
    <message>
        <source>Addressed until it comes again.</source>
        <translation>Tratada até ocorrer de novo.</translation>
    </message>
    <message>
        <source>It needs attention again.</source>
        <translation>Precisa de atenção de novo.</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Visão geral</translation>
    </message>
    <message>
        <source>Nothing ran in this time.</source>
        <translation>Nada rodou neste período.</translation>
    </message>
    <message>
        <source>Nothing was changed in this time.</source>
        <translation>Nada foi alterado neste período.</translation>
    </message>
    <message>
        <source>Nothing needs attention.</source>
        <translation>Nada precisa de atenção.</translation>
    </message>
    <message>
        <source>Nothing needs attention. The last problem was at %1.</source>
        <translation>Nada precisa de atenção. O último problema foi às %1.</translation>
    </message>
    <message>
        <source>Nothing runs now.</source>
        <translation>Nada roda agora.</translation>
    </message>
    <message>
        <source>Time that is shown</source>
        <translation>Período mostrado</translation>
    </message>
    <message>
        <source>Figures of the engine</source>
        <translation>Números do motor</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Desfazer</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Precisa de atenção</translation>
    </message>
    <message>
        <source>Running now</source>
        <translation>Em execução agora</translation>
    </message>
    <message>
        <source>Flows</source>
        <translation>Fluxos</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Atividade</translation>
    </message>
    <message>
        <source>Alert rules</source>
        <translation>Regras de alerta</translation>
    </message>
    <message>
        <source>All runs</source>
        <translation>Todas as execuções</translation>
    </message>
    <message>
        <source>All flows</source>
        <translation>Todos os fluxos</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alertas</translation>
    </message>
    <message numerus="yes">
        <source>last %Ln run(s), height is duration</source>
        <translation>
            <numerusform>última %Ln execução, a altura é a duração</numerusform>
            <numerusform>últimas %Ln execuções, a altura é a duração</numerusform>
        </translation>
    </message>
    <message>
        <source>Flow</source>
        <translation>Fluxo</translation>
    </message>
    <message>
        <source>Runs %1</source>
        <translation>Execuções %1</translation>
    </message>
    <message>
        <source>Success</source>
        <translation>Sucesso</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Recentes</translation>
    </message>
    <message>
        <source>p50</source>
        <translation>p50</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>p95 vs 7 d</source>
        <translation>p95 vs. 7 d</translation>
    </message>
    <message>
        <source>Nothing was changed in this time. This engine keeps no figures, so that it raises no alerts.</source>
        <translation>Nada mudou neste período. Este motor não guarda números, portanto não gera alertas.</translation>
    </message>
    <message>
        <source>This environment has no services yet.</source>
        <translation>Este ambiente ainda não tem serviços.</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Serviços</translation>
    </message>
    <message>
        <source>All services</source>
        <translation>Todos os serviços</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Serviço</translation>
    </message>
    <message>
        <source>Inst.</source>
        <translation>Inst.</translation>
    </message>
    <message>
        <source>Req/s</source>
        <translation>Req/s</translation>
    </message>
    <message>
        <source>p95 1 h</source>
        <translation>p95 1 h</translation>
    </message>
    <message>
        <source>Release in progress</source>
        <translation>Versão em andamento</translation>
    </message>
    <message>
        <source>Open release</source>
        <translation>Abrir versão</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Responder</translation>
    </message>
</context>
<context>
    <name>OverviewText</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>no máximo %1</translation>
    </message>
    <message>
        <source>Success rate</source>
        <translation>Taxa de sucesso</translation>
    </message>
    <message>
        <source>target %1, %2 of error budget used</source>
        <translation>meta %1, %2 do orçamento de erros usados</translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation>
            <numerusform>%Ln falhou</numerusform>
            <numerusform>%Ln falharam</numerusform>
        </translation>
    </message>
    <message>
        <source>Failed without a reason</source>
        <translation>Falhou sem motivo</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln flow(s)</source>
        <translation>
            <numerusform>%Ln fluxo</numerusform>
            <numerusform>%Ln fluxos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s) failed, %1</source>
        <translation>
            <numerusform>%Ln execução falhou, %1</numerusform>
            <numerusform>%Ln execuções falharam, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Open runs</source>
        <translation>Abrir execuções</translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>Inspecionar</translation>
    </message>
    <message numerus="yes">
        <source>%1 waits for %Ln answer(s)</source>
        <translation>
            <numerusform>%1 espera %Ln resposta</numerusform>
            <numerusform>%1 espera %Ln respostas</numerusform>
        </translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Responder</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Revisar</translation>
    </message>
    <message>
        <source>the alert fires at %1</source>
        <translation>o alerta dispara em %1</translation>
    </message>
    <message>
        <source>Open alert</source>
        <translation>Abrir alerta</translation>
    </message>
    <message numerus="yes">
        <source>%Ln problem(s) in the workspace</source>
        <translation>
            <numerusform>%Ln problema no espaço de trabalho</numerusform>
            <numerusform>%Ln problemas no espaço de trabalho</numerusform>
        </translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abertas</translation>
    </message>
    <message>
        <source>%1 published</source>
        <translation>%1 publicado</translation>
    </message>
    <message>
        <source>Alert %1 fires</source>
        <translation>O alerta %1 disparou</translation>
    </message>
    <message>
        <source>Alert %1 is over</source>
        <translation>O alerta %1 terminou</translation>
    </message>
    <message>
        <source>Alert %1 acknowledged</source>
        <translation>Alerta %1 reconhecido</translation>
    </message>
    <message>
        <source>Alert %1 muted</source>
        <translation>Alerta %1 silenciado</translation>
    </message>
    <message>
        <source>Failure of %1 addressed</source>
        <translation>Falha de %1 tratada</translation>
    </message>
    <message>
        <source>Note on the failure of %1</source>
        <translation>Nota sobre a falha de %1</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Execuções</translation>
    </message>
    <message>
        <source>%1 vs previous %2</source>
        <translation>%1 vs. %2 anteriores</translation>
    </message>
    <message>
        <source>Duration p95</source>
        <translation>Duração p95</translation>
    </message>
    <message>
        <source>p50 %1</source>
        <translation>p50 %1</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Em execução</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>Na fila</translation>
    </message>
    <message numerus="yes">
        <source>%Ln problem(s) in the environment %1</source>
        <translation>
            <numerusform>%Ln problema no ambiente %1</numerusform>
            <numerusform>%Ln problemas no ambiente %1</numerusform>
        </translation>
    </message>
    <message>
        <source>keys that steps need have no value, or one that cannot work</source>
        <translation>chaves de que as etapas precisam não têm valor, ou têm um que não pode funcionar</translation>
    </message>
    <message>
        <source>Environment %1 changed</source>
        <translation>Ambiente %1 alterado</translation>
    </message>
    <message>
        <source>Run %1 cancelled</source>
        <translation>Execução %1 cancelada</translation>
    </message>
    <message>
        <source>Run %1 paused</source>
        <translation>Execução %1 pausada</translation>
    </message>
    <message>
        <source>Run %1 resumed</source>
        <translation>Execução %1 retomada</translation>
    </message>
    <message>
        <source>Run %1 run again</source>
        <translation>Execução %1 executada de novo</translation>
    </message>
    <message>
        <source>Run %1 answered</source>
        <translation>Execução %1 respondida</translation>
    </message>
    <message>
        <source>Signal sent to run %1</source>
        <translation>Sinal enviado à execução %1</translation>
    </message>
    <message>
        <source>Breakpoints set in run %1</source>
        <translation>Pontos de parada definidos na execução %1</translation>
    </message>
    <message>
        <source>Held step of run %1 let go</source>
        <translation>Etapa retida da execução %1 liberada</translation>
    </message>
    <message>
        <source>Schedule of %1 paused</source>
        <translation>Agendamento de %1 pausado</translation>
    </message>
    <message>
        <source>Schedule of %1 resumed</source>
        <translation>Agendamento de %1 retomado</translation>
    </message>
    <message>
        <source>Missed runs of %1 made up for</source>
        <translation>Execuções perdidas de %1 recuperadas</translation>
    </message>
    <message>
        <source>Message put into %1</source>
        <translation>Mensagem posta em %1</translation>
    </message>
    <message>
        <source>Old runs removed</source>
        <translation>Execuções antigas removidas</translation>
    </message>
    <message>
        <source>Secret %1 revealed</source>
        <translation>Segredo %1 revelado</translation>
    </message>
    <message>
        <source>Board %1 saved</source>
        <translation>Quadro %1 salvo</translation>
    </message>
    <message>
        <source>Traffic of %1 changed</source>
        <translation>Tráfego de %1 alterado</translation>
    </message>
    <message>
        <source>%1 rolled back</source>
        <translation>%1 revertido</translation>
    </message>
    <message>
        <source>The cloud refused a change of %1</source>
        <translation>A nuvem recusou uma mudança de %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s) cancelled</source>
        <translation>
            <numerusform>%Ln execução cancelada</numerusform>
            <numerusform>%Ln execuções canceladas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s) run again</source>
        <translation>
            <numerusform>%Ln execução executada de novo</numerusform>
            <numerusform>%Ln execuções executadas de novo</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>what was done, and in which environment</comment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%1, and %Ln more</source>
        <translation>
            <numerusform>%1, e mais %Ln</numerusform>
            <numerusform>%1, e mais %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>Run %1 told to hold</source>
        <translation>Execução %1 orientada a esperar</translation>
    </message>
    <message>
        <source>Run %1 told to go on</source>
        <translation>Execução %1 orientada a continuar</translation>
    </message>
    <message>
        <source>Run %1 told to take its next stage</source>
        <translation>Execução %1 orientada a passar à próxima fase</translation>
    </message>
    <message>
        <source>Run %1 told to promote</source>
        <translation>Execução %1 orientada a promover</translation>
    </message>
    <message>
        <source>Flows and routes read again</source>
        <translation>Fluxos e rotas lidos novamente</translation>
    </message>
    <message>
        <source>Rollout of %1 started</source>
        <translation>Distribuição de %1 iniciada</translation>
    </message>
    <message>
        <source>Rehearsal of %1 started</source>
        <translation>Ensaio de %1 iniciado</translation>
    </message>
    <message>
        <source>Image of %1 built</source>
        <translation>Imagem de %1 construída</translation>
    </message>
    <message>
        <source>%1 exported</source>
        <translation>%1 exportado</translation>
    </message>
    <message>
        <source>Services backed up</source>
        <translation>Serviços copiados em backup</translation>
    </message>
    <message>
        <source>%1 restored from a backup</source>
        <translation>%1 restaurado de um backup</translation>
    </message>
    <message>
        <source>Alert of %1 saved</source>
        <translation>Alerta de %1 salvo</translation>
    </message>
    <message>
        <source>Budget saved</source>
        <translation>Orçamento salvo</translation>
    </message>
    <message>
        <source>%1 replaced from a file</source>
        <translation>%1 substituído a partir de um arquivo</translation>
    </message>
    <message>
        <source>%1 deployed</source>
        <translation>%1 implantado</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Erros</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Memória</translation>
    </message>
    <message>
        <source>%1 not measured yet</source>
        <comment>a gate</comment>
        <translation>%1 ainda não medido</translation>
    </message>
    <message>
        <source>%1 %2, limit %3</source>
        <comment>a gate</comment>
        <translation>%1 %2, limite %3</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a gate and what it measured</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Going back</source>
        <translation>Voltando atrás</translation>
    </message>
    <message>
        <source>Held by a gate</source>
        <translation>Retido por um critério</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Retido</translation>
    </message>
    <message>
        <source>A gate is broken</source>
        <translation>Um critério foi violado</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>Em andamento</translation>
    </message>
    <message>
        <source>Deploying</source>
        <translation>Implantando</translation>
    </message>
    <message numerus="yes">
        <source>%Ln ready</source>
        <comment>services</comment>
        <translation>
            <numerusform>%Ln pronto</numerusform>
            <numerusform>%Ln prontos</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>how many are ready, how many fail</comment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln failing</source>
        <comment>services</comment>
        <translation>
            <numerusform>%Ln com falha</numerusform>
            <numerusform>%Ln com falha</numerusform>
        </translation>
    </message>
    <message>
        <source>Rollout of %1 ended: the traffic was moved</source>
        <translation>Distribuição de %1 encerrada: o tráfego foi movido</translation>
    </message>
    <message>
        <source>The traffic was moved by somebody else since: nothing was changed</source>
        <translation>O tráfego foi movido por outra pessoa desde então: nada foi alterado</translation>
    </message>
    <message>
        <source>The traffic was moved by %1 since: nothing was changed</source>
        <translation>O tráfego foi movido por %1 desde então: nada foi alterado</translation>
    </message>
    <message>
        <source>Ended by others</source>
        <comment>a rollout whose traffic somebody else moved</comment>
        <translation>Encerrada por outros</translation>
    </message>
</context>
<context>
    <name>PaletteModel</name>
    <message>
        <source>Execution ID</source>
        <translation>ID da execução</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Usuário</translation>
    </message>
    <message>
        <source>Correlation</source>
        <translation>Correlação</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n etapa</numerusform>
            <numerusform>%n etapas</numerusform>
        </translation>
    </message>
    <message>
        <source>Flows</source>
        <translation>Fluxos</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Comandos</translation>
    </message>
    <message>
        <source>No run has this id</source>
        <translation>Nenhuma execução tem este id</translation>
    </message>
    <message>
        <source>Best match</source>
        <translation>Melhor resultado</translation>
    </message>
    <message>
        <source>Run of %1</source>
        <translation>Execução de %1</translation>
    </message>
    <message>
        <source>Recent runs</source>
        <translation>Execuções recentes</translation>
    </message>
    <message>
        <source>Open this address</source>
        <translation>Abrir este endereço</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Ajuda</translation>
    </message>
    <message>
        <source>The engine could not look for it</source>
        <translation>O motor não conseguiu procurar</translation>
    </message>
    <message>
        <source>It may have been removed, or be of another engine.</source>
        <translation>Ela pode ter sido removida ou ser de outro motor.</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sessão</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>Revisão</translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s)</source>
        <translation>
            <numerusform>%Ln execução</numerusform>
            <numerusform>%Ln execuções</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 or more</source>
        <translation>%1 ou mais</translation>
    </message>
    <message>
        <source>Failed step</source>
        <translation>Etapa com falha</translation>
    </message>
    <message>
        <source>Compare with the last success</source>
        <translation>Comparar com o último sucesso</translation>
    </message>
    <message>
        <source>In this run</source>
        <translation>Nesta execução</translation>
    </message>
    <message>
        <source>Runs of this user</source>
        <translation>Execuções deste usuário</translation>
    </message>
    <message>
        <source>Runs of this correlation</source>
        <translation>Execuções desta correlação</translation>
    </message>
    <message>
        <source>Runs of this flow</source>
        <translation>Execuções deste fluxo</translation>
    </message>
    <message>
        <source>Failures like it</source>
        <translation>Falhas parecidas</translation>
    </message>
    <message>
        <source>Related</source>
        <translation>Relacionado</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Endereço</translation>
    </message>
    <message>
        <source>Environment keys</source>
        <translation>Chaves de ambiente</translation>
    </message>
    <message>
        <source>changes production</source>
        <translation>altera a produção</translation>
    </message>
    <message>
        <source>Step of %1</source>
        <translation>Etapa de %1</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Etapas</translation>
    </message>
    <message numerus="yes">
        <source>%n flow(s) need it</source>
        <translation>
            <numerusform>%n fluxo precisa dela</numerusform>
            <numerusform>%n fluxos precisam dela</numerusform>
        </translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Últimos usados</translation>
    </message>
</context>
<context>
    <name>PanelDialog</name>
    <message>
        <source>Lines</source>
        <translation>Linhas</translation>
    </message>
    <message>
        <source>Stacked areas</source>
        <translation>Áreas empilhadas</translation>
    </message>
    <message>
        <source>Heatmap</source>
        <translation>Mapa de calor</translation>
    </message>
    <message>
        <source>Circuit breakers</source>
        <translation>Disjuntores</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>Barras</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabela</translation>
    </message>
    <message>
        <source>A number</source>
        <translation>Um número</translation>
    </message>
    <message>
        <source>A number a minute</source>
        <translation>Um número por minuto</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>Segundos</translation>
    </message>
    <message>
        <source>A share, shown in percent</source>
        <translation>Uma fração, mostrada em porcentagem</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>beside the title, in grey</source>
        <translation>ao lado do título, em cinza</translation>
    </message>
    <message>
        <source>Shown as</source>
        <translation>Mostrado como</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unidade</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>Objetivo</translation>
    </message>
    <message>
        <source>a dashed line at this value</source>
        <translation>uma linha tracejada neste valor</translation>
    </message>
    <message>
        <source>Alert above</source>
        <translation>Alerta acima de</translation>
    </message>
    <message>
        <source>what lies above is tinted, such as 0.05 for 5 %</source>
        <translation>o que fica acima é realçado, como 0.05 para 5 %</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Consultas</translation>
    </message>
    <message>
        <source>Metric, function, where and by; or source and expression</source>
        <translation>Métrica, função, onde e por; ou fonte e expressão</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Aplicar</translation>
    </message>
    <message>
        <source>The panel needs a title.</source>
        <translation>O painel precisa de um título.</translation>
    </message>
</context>
<context>
    <name>PanelFrame</name>
    <message>
        <source>Panel menu</source>
        <translation>Menu do painel</translation>
    </message>
    <message>
        <source>Panel %1</source>
        <translation>Painel %1</translation>
    </message>
    <message>
        <source>These figures could not be read.</source>
        <translation>Não foi possível ler estes números.</translation>
    </message>
    <message>
        <source>Nothing was measured in this time.</source>
        <translation>Nada foi medido neste período.</translation>
    </message>
    <message>
        <source>objective</source>
        <translation>objetivo</translation>
    </message>
    <message>
        <source>sample</source>
        <translation>amostra</translation>
    </message>
    <message>
        <source>Click to list these runs</source>
        <translation>Clique para listar estas execuções</translation>
    </message>
    <message>
        <source>None in this time.</source>
        <translation>Nenhum neste período.</translation>
    </message>
    <message>
        <source>Click to list these requests</source>
        <translation>Clique para listar estas requisições</translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message>
        <source>A sealed file for the secrets</source>
        <translation>Um arquivo selado para os segredos</translation>
    </message>
    <message>
        <source>Open the sealed file</source>
        <translation>Abrir o arquivo selado</translation>
    </message>
    <message>
        <source>The passphrase is kept nowhere: without it nobody reads the secrets again. An engine that runs without a window takes it from the file that BATUTA_PASSPHRASE_FILE names.</source>
        <translation>A senha não é guardada em lugar nenhum: sem ela ninguém lê os segredos de novo. Um motor que executa sem janela a toma do arquivo que BATUTA_PASSPHRASE_FILE indica.</translation>
    </message>
    <message>
        <source>It stays in this window and its engine until they end, and is written nowhere.</source>
        <translation>Ela fica nesta janela e em seu motor até que terminem, e não é escrita em lugar nenhum.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>Usar</translation>
    </message>
    <message>
        <source>The store is at work</source>
        <translation>O armazenamento está ocupado</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Abrir</translation>
    </message>
</context>
<context>
    <name>PassphraseFields</name>
    <message>
        <source>A passphrase for the sealed file</source>
        <translation>Uma senha para o arquivo selado</translation>
    </message>
    <message>
        <source>The passphrase of the sealed file</source>
        <translation>A senha do arquivo selado</translation>
    </message>
    <message>
        <source>The same once more</source>
        <translation>A mesma outra vez</translation>
    </message>
    <message>
        <source>Type the passphrase</source>
        <translation>Digite a senha</translation>
    </message>
    <message numerus="yes">
        <source>At least %n character(s)</source>
        <translation>
            <numerusform>Pelo menos %n caractere</numerusform>
            <numerusform>Pelo menos %n caracteres</numerusform>
        </translation>
    </message>
    <message>
        <source>The two are not the same</source>
        <translation>As duas não são iguais</translation>
    </message>
</context>
<context>
    <name>PayloadView</name>
    <message>
        <source>Copy the value</source>
        <translation>Copiar o valor</translation>
    </message>
    <message>
        <source>Copy its path</source>
        <translation>Copiar o caminho</translation>
    </message>
    <message>
        <source>Copy its JSON pointer</source>
        <translation>Copiar o ponteiro JSON</translation>
    </message>
    <message>
        <source>Copy all of it</source>
        <translation>Copiar tudo</translation>
    </message>
    <message>
        <source>Save to a file…</source>
        <translation>Salvar em um arquivo…</translation>
    </message>
    <message>
        <source>Path and pointer can be copied in the tree.</source>
        <translation>Caminho e ponteiro podem ser copiados na árvore.</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Copiado.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 não pode ser gravado: %2</translation>
    </message>
    <message>
        <source>Save the payload</source>
        <translation>Salvar o payload</translation>
    </message>
    <message>
        <source>%1 is written</source>
        <translation>%1 foi gravado</translation>
    </message>
    <message>
        <source>Pretty</source>
        <translation>Formatado</translation>
    </message>
    <message>
        <source>Tree</source>
        <translation>Árvore</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>Bruto</translation>
    </message>
    <message>
        <source>How the payload is shown</source>
        <translation>Como o payload é mostrado</translation>
    </message>
    <message>
        <source>Find in the payload</source>
        <translation>Localizar no payload</translation>
    </message>
    <message>
        <source>Payload as a tree</source>
        <translation>Payload em árvore</translation>
    </message>
    <message>
        <source>Save the payload to a file</source>
        <translation>Salvar o payload em um arquivo</translation>
    </message>
    <message>
        <source>Copy from the payload</source>
        <translation>Copiar do payload</translation>
    </message>
    <message>
        <source>There is no payload.</source>
        <translation>Não há payload.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>nenhuma</translation>
    </message>
    <message>
        <source>%1 of more than %2</source>
        <translation>%1 de mais de %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
</context>
<context>
    <name>PhaseBar</name>
    <message>
        <source>Time of the call by phase</source>
        <translation>Tempo da chamada por fase</translation>
    </message>
    <message>
        <source>wait</source>
        <translation>espera</translation>
    </message>
    <message>
        <source>dns</source>
        <translation>dns</translation>
    </message>
    <message>
        <source>connect</source>
        <translation>conexão</translation>
    </message>
    <message>
        <source>tls</source>
        <translation>tls</translation>
    </message>
    <message>
        <source>first byte</source>
        <translation>1º byte</translation>
    </message>
    <message>
        <source>transfer</source>
        <translation>recepção</translation>
    </message>
</context>
<context>
    <name>PlanPane</name>
    <message>
        <source>at the end</source>
        <translation>ao final</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2. %3</source>
        <translation>%1: %2. %3</translation>
    </message>
    <message>
        <source>Steps of the plan</source>
        <translation>Etapas do plano</translation>
    </message>
</context>
<context>
    <name>PlaybackBar</name>
    <message>
        <source>To the beginning</source>
        <translation>Ir para o início</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>Ir para o fim</translation>
    </message>
    <message>
        <source>Stop playing</source>
        <translation>Parar a reprodução</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Reproduzir</translation>
    </message>
    <message>
        <source>Moment of the record</source>
        <translation>Momento do registro</translation>
    </message>
    <message>
        <source>%1 of %2 · %3 s · %4</source>
        <comment>moment, count, time, what happens</comment>
        <translation>%1 de %2 · %3 s · %4</translation>
    </message>
</context>
<context>
    <name>PreferenceControl</name>
    <message>
        <source>System</source>
        <translation>Sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Escuro</translation>
    </message>
    <message>
        <source>Local time</source>
        <translation>Hora local</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Tamanho do texto</translation>
    </message>
    <message>
        <source>Row height</source>
        <translation>Altura das linhas</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>Reduzir movimento</translation>
    </message>
    <message>
        <source>Patterns on status bars</source>
        <translation>Padrões nas barras de status</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Horários</translation>
    </message>
    <message>
        <source>System follows the desktop, also while the window is open.</source>
        <translation>Sistema acompanha a área de trabalho, mesmo com a janela aberta.</translation>
    </message>
    <message>
        <source>Ids, log lines and commands stay as they are.</source>
        <translation>Ids, linhas de log e comandos ficam como são.</translation>
    </message>
    <message>
        <source>Rows and controls grow with the text.</source>
        <translation>Linhas e controles crescem com o texto.</translation>
    </message>
    <message>
        <source>Of tables and lists.</source>
        <translation>De tabelas e listas.</translation>
    </message>
    <message>
        <source>Nothing turns, slides or flashes.</source>
        <translation>Nada gira, desliza ou pisca.</translation>
    </message>
    <message>
        <source>Each status keeps its own pattern besides its colour.</source>
        <translation>Cada status mantém um padrão próprio além da cor.</translation>
    </message>
    <message>
        <source>How times are shown. Copies and exports are always UTC.</source>
        <translation>Como os horários aparecem. Cópias e exportações são sempre em UTC.</translation>
    </message>
</context>
<context>
    <name>PresetBar</name>
    <message>
        <source>Preset: %1</source>
        <translation>Predefinição: %1</translation>
    </message>
    <message>
        <source>Recent and presets</source>
        <translation>Recentes e predefinições</translation>
    </message>
    <message>
        <source>Clear the form</source>
        <translation>Limpar o formulário</translation>
    </message>
    <message>
        <source>Save as preset…</source>
        <translation>Salvar predefinição…</translation>
    </message>
    <message>
        <source>Rename %1…</source>
        <translation>Renomear %1…</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>Excluir %1</translation>
    </message>
    <message>
        <source>Preset %1 deleted</source>
        <translation>Predefinição %1 excluída</translation>
    </message>
    <message>
        <source>Empty input</source>
        <translation>Entrada vazia</translation>
    </message>
    <message>
        <source>What was typed</source>
        <translation>O que foi digitado</translation>
    </message>
    <message>
        <source>Recent input %1 of %2</source>
        <translation>Entrada recente %1 de %2</translation>
    </message>
    <message>
        <source>The preset was not kept: the input is too large, or there are too many</source>
        <translation>A predefinição não foi guardada: a entrada é grande demais ou há predefinições demais</translation>
    </message>
    <message>
        <source>There is a preset %1 already</source>
        <translation>Já existe uma predefinição %1</translation>
    </message>
    <message>
        <source>Preset %1 saved, without secrets</source>
        <translation>Predefinição %1 salva, sem segredos</translation>
    </message>
    <message>
        <source>Name of the preset</source>
        <translation>Nome da predefinição</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Salvar</translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message>
        <source>Set value</source>
        <translation>Definir valor</translation>
    </message>
    <message>
        <source>Unknown step %1</source>
        <translation>Etapa desconhecida %1</translation>
    </message>
    <message>
        <source>%1 has no value in %2</source>
        <translation>%1 não tem valor em %2</translation>
    </message>
    <message>
        <source>Worst case %1 is above the deadline of %2: %3</source>
        <translation>O pior caso, %1, passa do prazo de %2: %3</translation>
    </message>
    <message>
        <source>Worst case of %1 attempts is %2, above the deadline of %3</source>
        <translation>O pior caso de %1 tentativas é %2, acima do prazo de %3</translation>
    </message>
    <message>
        <source>%1 waits until somebody answers, for ever if nobody does</source>
        <translation>%1 espera até alguém responder, para sempre se ninguém responder</translation>
    </message>
    <message>
        <source>%1 waits for an event without an end</source>
        <translation>%1 espera um evento sem fim</translation>
    </message>
    <message>
        <source>%1 runs a command without an end to it</source>
        <translation>%1 roda um comando sem fim definido</translation>
    </message>
    <message>
        <source>1 attempt is never tried again</source>
        <translation>1 tentativa nunca é repetida</translation>
    </message>
    <message>
        <source>`on` names nothing, so nothing is tried again</source>
        <translation>`on` não nomeia nada, então nada é tentado de novo</translation>
    </message>
    <message>
        <source>%1 never runs: its condition is always false</source>
        <translation>%1 nunca roda: a condição é sempre falsa</translation>
    </message>
    <message>
        <source>%1 never runs: it is always skipped</source>
        <translation>%1 nunca roda: é sempre pulada</translation>
    </message>
    <message>
        <source>%1 never runs: it has no items</source>
        <translation>%1 nunca roda: não tem itens</translation>
    </message>
    <message>
        <source>%1 never runs: it needs %2, which never does</source>
        <translation>%1 nunca roda: depende de %2, que nunca roda</translation>
    </message>
    <message>
        <source>The condition is always true</source>
        <translation>A condição é sempre verdadeira</translation>
    </message>
    <message>
        <source>The rule never skips the step</source>
        <translation>A regra nunca pula a etapa</translation>
    </message>
    <message>
        <source>Nothing in the flow uses input.%1</source>
        <translation>Nada no fluxo usa input.%1</translation>
    </message>
    <message>
        <source>Nothing uses the output of %1</source>
        <translation>Nada usa a saída de %1</translation>
    </message>
    <message>
        <source>Every execution sends the same Idempotency-Key</source>
        <translation>Toda execução envia a mesma Idempotency-Key</translation>
    </message>
    <message>
        <source>The token is sent without TLS: everybody on the way can read it</source>
        <translation>O token é enviado sem TLS: qualquer um no caminho pode lê-lo</translation>
    </message>
    <message>
        <source>The message sends secrets.%1 to everybody in the channel</source>
        <translation>A mensagem envia secrets.%1 a todos no canal</translation>
    </message>
    <message>
        <source>Every process of the machine can read secrets.%1 among the arguments</source>
        <translation>Todo processo da máquina pode ler secrets.%1 entre os argumentos</translation>
    </message>
    <message>
        <source>The text shows a mask in place of secrets.%1</source>
        <translation>O texto mostra uma máscara no lugar de secrets.%1</translation>
    </message>
    <message>
        <source>It always starts without %1, and is refused</source>
        <translation>Começa sempre sem %1 e é recusado</translation>
    </message>
    <message>
        <source>Everybody who can reach the engine can start the flow</source>
        <translation>Quem alcança o motor pode iniciar o fluxo</translation>
    </message>
    <message>
        <source>Every execution has the same key: each is a repetition of the one before</source>
        <translation>Toda execução tem a mesma chave: cada uma é repetição da anterior</translation>
    </message>
    <message>
        <source>Every execution has the same key: the limit is of all of them anyway</source>
        <translation>Toda execução tem a mesma chave: o limite é de todas, de qualquer modo</translation>
    </message>
    <message>
        <source>As many items as the request has: input.%1 has no maxItems</source>
        <translation>Tantos itens quantos o pedido tiver: input.%1 não tem maxItems</translation>
    </message>
    <message>
        <source>%1 needs the input %2, which is not given</source>
        <translation>%1 precisa da entrada %2, que não é dada</translation>
    </message>
    <message>
        <source>Each attempt runs %1 anew: %2 may be done twice, with another Idempotency-Key</source>
        <translation>Cada tentativa roda %1 de novo: %2 pode ser feita duas vezes, com outra Idempotency-Key</translation>
    </message>
    <message>
        <source>Did you mean `%1`?</source>
        <translation>Você quis dizer `%1`?</translation>
    </message>
    <message>
        <source>Set it in that environment, or write default(…) around it.</source>
        <translation>Defina nesse ambiente, ou escreva default(…) em volta.</translation>
    </message>
    <message>
        <source>Set it in each of them, or write default(…) around it.</source>
        <translation>Defina em cada um deles, ou escreva default(…) em volta.</translation>
    </message>
    <message>
        <source>Lower timeouts or attempts on that path, or raise the deadline: what is left then is cancelled.</source>
        <translation>Diminua tempos limite ou tentativas nesse caminho, ou aumente o prazo: o que faltar será cancelado.</translation>
    </message>
    <message>
        <source>Write `expires`, or give the flow a deadline.</source>
        <translation>Escreva `expires`, ou dê um prazo ao fluxo.</translation>
    </message>
    <message>
        <source>Write `timeout`, or give the flow a deadline.</source>
        <translation>Escreva `timeout`, ou dê um prazo ao fluxo.</translation>
    </message>
    <message>
        <source>Write more attempts, or remove retry.</source>
        <translation>Escreva mais tentativas, ou remova retry.</translation>
    </message>
    <message>
        <source>Say what is tried again, or remove `on` for connection and timeout.</source>
        <translation>Diga o que é tentado de novo, ou remova `on` para connection e timeout.</translation>
    </message>
    <message>
        <source>Change what keeps it from running, or remove the step.</source>
        <translation>Mude o que a impede de rodar, ou remova a etapa.</translation>
    </message>
    <message>
        <source>Remove it.</source>
        <translation>Remova.</translation>
    </message>
    <message>
        <source>Use it, or remove it from the input.</source>
        <translation>Use, ou remova da entrada.</translation>
    </message>
    <message>
        <source>Use steps.%1.output, or remove the step.</source>
        <translation>Use steps.%1.output, ou remova a etapa.</translation>
    </message>
    <message>
        <source>Remove the header: the engine sends a key of its own, the same for all attempts.</source>
        <translation>Remova o cabeçalho: o motor envia uma chave própria, a mesma em todas as tentativas.</translation>
    </message>
    <message>
        <source>Write https://.</source>
        <translation>Escreva https://.</translation>
    </message>
    <message>
        <source>Take it out of the message.</source>
        <translation>Tire da mensagem.</translation>
    </message>
    <message>
        <source>Take it out of the text.</source>
        <translation>Tire do texto.</translation>
    </message>
    <message>
        <source>Hand it over in `env` of the process.</source>
        <translation>Entregue em `env` do processo.</translation>
    </message>
    <message>
        <source>Write it in the trigger&apos;s `input`, or give it a default.</source>
        <translation>Escreva no `input` do gatilho, ou dê um padrão.</translation>
    </message>
    <message>
        <source>Write `secret`, so that calls are signed.</source>
        <translation>Escreva `secret`, para que as chamadas sejam assinadas.</translation>
    </message>
    <message>
        <source>Make the key of what tells requests apart, as in ${{ input.id }}.</source>
        <translation>Faça a chave com o que distingue os pedidos, como em ${{ input.id }}.</translation>
    </message>
    <message>
        <source>Remove the key, or make it of the input.</source>
        <translation>Remova a chave, ou faça-a com a entrada.</translation>
    </message>
    <message>
        <source>Write maxItems in its schema.</source>
        <translation>Escreva maxItems no esquema dela.</translation>
    </message>
    <message>
        <source>Give one of the two another name.</source>
        <translation>Dê outro nome a um dos dois.</translation>
    </message>
    <message>
        <source>Mend that flow first.</source>
        <translation>Corrija aquele fluxo primeiro.</translation>
    </message>
    <message>
        <source>Name a flow of this workspace.</source>
        <translation>Nomeie um fluxo deste espaço de trabalho.</translation>
    </message>
    <message>
        <source>Write it in `input`.</source>
        <translation>Escreva em `input`.</translation>
    </message>
    <message>
        <source>Write `retry` at the steps of %1 instead.</source>
        <translation>Escreva `retry` nas etapas de %1.</translation>
    </message>
    <message>
        <source>Remove one of the calls on the path shown.</source>
        <translation>Remova uma das chamadas do caminho mostrado.</translation>
    </message>
    <message>
        <source>Use %1 attempts</source>
        <translation>Usar %1 tentativas</translation>
    </message>
    <message>
        <source>Remove it from needs</source>
        <translation>Remover de needs</translation>
    </message>
    <message>
        <source>Remove the need of %1</source>
        <translation>Remover a dependência de %1</translation>
    </message>
    <message>
        <source>Remove the condition</source>
        <translation>Remover a condição</translation>
    </message>
    <message>
        <source>Remove the rule</source>
        <translation>Remover a regra</translation>
    </message>
    <message>
        <source>Remove the second %1</source>
        <translation>Remover o segundo %1</translation>
    </message>
    <message>
        <source>Rename it to %1</source>
        <translation>Renomear para %1</translation>
    </message>
    <message>
        <source>Raise the deadline to %1</source>
        <translation>Aumentar o prazo para %1</translation>
    </message>
    <message>
        <source>Raise the timeout to %1</source>
        <translation>Aumentar o tempo limite para %1</translation>
    </message>
    <message>
        <source>Set timeout to %1</source>
        <translation>Definir o tempo limite em %1</translation>
    </message>
    <message>
        <source>Let it expire after %1</source>
        <translation>Deixar expirar depois de %1</translation>
    </message>
    <message>
        <source>Allow at most %1</source>
        <translation>Permitir no máximo %1</translation>
    </message>
    <message>
        <source>Hand over input.%1</source>
        <translation>Entregar input.%1</translation>
    </message>
    <message>
        <source>Add %1 to the input</source>
        <translation>Adicionar %1 à entrada</translation>
    </message>
    <message>
        <source>Add %1 to needs</source>
        <translation>Adicionar %1 a needs</translation>
    </message>
    <message>
        <source>Put it all in one expression</source>
        <translation>Pôr tudo em uma só expressão</translation>
    </message>
    <message>
        <source>Put it in quotes</source>
        <translation>Pôr entre aspas</translation>
    </message>
    <message>
        <source>Make it a list</source>
        <translation>Transformar em lista</translation>
    </message>
    <message>
        <source>Use blanks instead of tabs</source>
        <translation>Usar espaços em vez de tabulações</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>Adicionar %1</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>Usar %1</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Remover %1</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Erro</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Aviso</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>%1 · line %2</source>
        <translation>%1 · linha %2</translation>
    </message>
    <message>
        <source>%1 · %2, line %3</source>
        <translation>%1 · %2, linha %3</translation>
    </message>
    <message>
        <source>%1 has one attempt, which `timeout` limits</source>
        <translation>%1 tem uma só tentativa, que o `timeout` limita</translation>
    </message>
    <message>
        <source>%1 is shorter than the timeout of one attempt, %2</source>
        <translation>%1 é menos que o tempo limite de uma tentativa, %2</translation>
    </message>
    <message>
        <source>%1 is longer than the step&apos;s total_timeout of %2</source>
        <translation>%1 é mais que o total_timeout da etapa, de %2</translation>
    </message>
    <message>
        <source>an approval has no total_timeout</source>
        <translation>uma aprovação não tem total_timeout</translation>
    </message>
    <message>
        <source>a step of kind %1 has one attempt only</source>
        <translation>uma etapa do tipo %1 tem uma só tentativa</translation>
    </message>
    <message>
        <source>Lower the attempts or the timeout, write total_timeout, or raise the deadline.</source>
        <translation>Diminua as tentativas ou o tempo limite, escreva total_timeout ou aumente o prazo.</translation>
    </message>
    <message>
        <source>Write more attempts, or `timeout` instead of total_timeout.</source>
        <translation>Escreva mais tentativas, ou `timeout` em vez de total_timeout.</translation>
    </message>
    <message>
        <source>Raise total_timeout, or lower timeout.</source>
        <translation>Aumente total_timeout ou diminua timeout.</translation>
    </message>
    <message>
        <source>Raise total_timeout, or lower this time.</source>
        <translation>Aumente total_timeout ou diminua este tempo.</translation>
    </message>
    <message>
        <source>Remove it: `timeout` limits the only attempt.</source>
        <translation>Remova: o `timeout` limita a única tentativa.</translation>
    </message>
    <message>
        <source>Write `expires` in the approval.</source>
        <translation>Escreva `expires` na aprovação.</translation>
    </message>
    <message>
        <source>Set total_timeout to %1</source>
        <translation>Definir total_timeout em %1</translation>
    </message>
    <message>
        <source>Raise total_timeout to %1</source>
        <translation>Aumentar total_timeout para %1</translation>
    </message>
    <message>
        <source>Lower the timeout to %1</source>
        <translation>Diminuir o tempo limite para %1</translation>
    </message>
    <message>
        <source>Use timeout instead</source>
        <translation>Usar `timeout` no lugar</translation>
    </message>
</context>
<context>
    <name>ProblemsPane</name>
    <message>
        <source>Problems</source>
        <translation>Problemas</translation>
    </message>
    <message>
        <source>Filter by severity</source>
        <translation>Filtrar por gravidade</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Erros</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Avisos</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message numerus="yes">
        <source>%Ln error(s)</source>
        <translation>
            <numerusform>%Ln erro</numerusform>
            <numerusform>%Ln erros</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln warning(s)</source>
        <translation>
            <numerusform>%Ln aviso</numerusform>
            <numerusform>%Ln avisos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln note(s)</source>
        <translation>
            <numerusform>%Ln nota</numerusform>
            <numerusform>%Ln notas</numerusform>
        </translation>
    </message>
    <message>
        <source>No problems of the severities that are shown</source>
        <translation>Nenhum problema das gravidades mostradas</translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>Nenhum problema</translation>
    </message>
    <message>
        <source>Show the place</source>
        <translation>Mostrar o lugar</translation>
    </message>
</context>
<context>
    <name>PublishDialog</name>
    <message>
        <source>It is being written</source>
        <translation>Está sendo gravado</translation>
    </message>
    <message>
        <source>It is still being checked</source>
        <translation>Ainda está sendo verificado</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s) must be mended first</source>
        <translation>
            <numerusform>%n erro precisa ser corrigido antes</numerusform>
            <numerusform>%n erros precisam ser corrigidos antes</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is different from %1</source>
        <translation>Nada é diferente de %1</translation>
    </message>
    <message>
        <source>Look at the warnings first</source>
        <translation>Veja os avisos primeiro</translation>
    </message>
    <message>
        <source>What is new in it? People read this in the list of versions.</source>
        <translation>O que há de novo? As pessoas leem isto na lista de versões.</translation>
    </message>
    <message>
        <source>Note of the version</source>
        <translation>Nota da versão</translation>
    </message>
    <message>
        <source>Optional</source>
        <translation>Opcional</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Problemas</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
    <message>
        <source>Publish %1</source>
        <translation>Publicar %1</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Publicar</translation>
    </message>
    <message>
        <source>of %1, compared with its file</source>
        <translation>de %1, comparado com o arquivo</translation>
    </message>
    <message>
        <source>of %1, compared with %2</source>
        <translation>de %1, comparado com %2</translation>
    </message>
    <message>
        <source>of %1, its first version</source>
        <translation>de %1, sua primeira versão</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>Publish v15, of update_profile</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1. Batuta commits nothing.</source>
        <translation>%1. O Batuta não faz commit.</translation>
    </message>
    <message>
        <source>A new flow</source>
        <translation>Um novo fluxo</translation>
    </message>
    <message>
        <source>%1, line %2: %3</source>
        <translation>%1, linha %2: %3</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s). Enter shows the place.</source>
        <translation>
            <numerusform>%n problema. Enter mostra o lugar.</numerusform>
            <numerusform>%n problemas. Enter mostra o lugar.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Publish with %n warning(s)</source>
        <translation>
            <numerusform>Publicar com %n aviso</numerusform>
            <numerusform>Publicar com %n avisos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QueryField</name>
    <message>
        <source>Words, or fields such as severity&gt;=WARN</source>
        <translation>Palavras, ou campos como severity&gt;=WARN</translation>
    </message>
</context>
<context>
    <name>ReceiptsPane</name>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
    <message>
        <source>What the cancel came to</source>
        <translation>No que deu o cancelamento</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Etapa</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Pedido</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>Reconhecido</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Recibo</translation>
    </message>
    <message>
        <source>Nothing ran that had to be stopped.</source>
        <translation>Nada em execução precisava ser parado.</translation>
    </message>
</context>
<context>
    <name>RehearsalDialog</name>
    <message>
        <source>p50 %1, p95 %2</source>
        <translation>p50 %1, p95 %2</translation>
    </message>
    <message>
        <source>As before.</source>
        <translation>Como antes.</translation>
    </message>
    <message>
        <source>Not as before.</source>
        <translation>Diferente de antes.</translation>
    </message>
    <message>
        <source>Not enough is known.</source>
        <translation>Sabe-se pouco.</translation>
    </message>
    <message>
        <source>Rehearse a revision</source>
        <translation>Ensaiar uma revisão</translation>
    </message>
    <message>
        <source>0 %, tag %1</source>
        <translation>0 %, tag %1</translation>
    </message>
    <message>
        <source>Its functions are really called, with the recorded inputs.</source>
        <translation>As funções dela são chamadas de verdade, com as entradas gravadas.</translation>
    </message>
    <message>
        <source>What they write or send, they write or send again. Live traffic and other steps are left alone.</source>
        <translation>Gravam e enviam de novo. Tráfego real e outras etapas ficam como estão.</translation>
    </message>
    <message>
        <source>Executions of the flow</source>
        <translation>Execuções do fluxo</translation>
    </message>
    <message>
        <source>Newest that succeeded</source>
        <translation>Mais novas que deram certo</translation>
    </message>
    <message>
        <source>Newest that failed</source>
        <translation>Mais novas que falharam</translation>
    </message>
    <message>
        <source>Values that may differ</source>
        <translation>Valores que podem diferir</translation>
    </message>
    <message>
        <source>Reason, kept in the audit trail</source>
        <translation>Motivo, guardado na trilha de auditoria</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>O que se achou</translation>
    </message>
    <message>
        <source>What differs in the execution</source>
        <translation>O que difere na execução</translation>
    </message>
    <message>
        <source>Compare the executions</source>
        <translation>Comparar as execuções</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
    <message>
        <source>Esc</source>
        <comment>the key</comment>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Rehearse</source>
        <translation>Ensaiar</translation>
    </message>
    <message>
        <source>The workspace has no flow.</source>
        <translation>O espaço de trabalho não tem fluxo.</translation>
    </message>
    <message>
        <source>From 1 to 50 executions can be run again.</source>
        <translation>De 1 a 50 execuções podem ser repetidas.</translation>
    </message>
    <message numerus="yes">
        <source>The reason needs %n more character(s).</source>
        <translation>
            <numerusform>O motivo precisa de mais %n caractere.</numerusform>
            <numerusform>O motivo precisa de mais %n caracteres.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>It goes on when this is closed, as an execution of the engine.</source>
        <translation>Continua quando isto é fechado, como uma execução do motor.</translation>
    </message>
    <message>
        <source>%1 of %2 executions</source>
        <translation>%1 de %2 execuções</translation>
    </message>
    <message>
        <source>Looking for executions that called the service</source>
        <translation>Procurando execuções que chamaram o serviço</translation>
    </message>
    <message numerus="yes">
        <source>Then %1 · now %2, from %n call(s)</source>
        <translation>
            <numerusform>Antes %1 · agora %2, de uma chamada</numerusform>
            <numerusform>Antes %1 · agora %2, de %n chamadas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>e mais um</numerusform>
            <numerusform>e mais %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing differs.</source>
        <translation>Nada difere.</translation>
    </message>
</context>
<context>
    <name>RehearsalRows</name>
    <message>
        <source>same</source>
        <comment>as it was</comment>
        <translation>igual</translation>
    </message>
    <message>
        <source>different</source>
        <comment>from what it was</comment>
        <translation>diferente</translation>
    </message>
    <message>
        <source>fails now</source>
        <translation>agora falha</translation>
    </message>
    <message>
        <source>mended</source>
        <translation>corrigida</translation>
    </message>
    <message>
        <source>not run</source>
        <translation>não rodou</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message numerus="yes">
        <source>%1, and %n more</source>
        <translation>
            <numerusform>%1, e mais %n</numerusform>
            <numerusform>%1, e mais %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Execution</source>
        <translation>Execução</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Etapa</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Desfecho</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latência</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Diferença</translation>
    </message>
</context>
<context>
    <name>ReleaseMarks</name>
    <message>
        <source>%1 was published</source>
        <translation>%1 foi publicado</translation>
    </message>
    <message>
        <source>%1 of %2 was deployed</source>
        <translation>%1 de %2 foi implantada</translation>
    </message>
    <message>
        <source>%2 was rolled back to %1</source>
        <translation>%2 voltou para %1</translation>
    </message>
    <message>
        <source>A rollout of %1 began</source>
        <translation>Uma distribuição de %1 começou</translation>
    </message>
    <message>
        <source>The traffic of %1 was moved</source>
        <translation>O tráfego de %1 foi movido</translation>
    </message>
    <message>
        <source>The traffic of %2 was moved to %1</source>
        <translation>O tráfego de %2 foi movido para %1</translation>
    </message>
    <message>
        <source>, by %1</source>
        <translation>, por %1</translation>
    </message>
</context>
<context>
    <name>ReleaseText</name>
    <message>
        <source>%1, changing</source>
        <comment>shares</comment>
        <translation>%1, mudando</translation>
    </message>
    <message>
        <source>%1, unhealthy</source>
        <comment>shares</comment>
        <translation>%1, com falha</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>when it was changed and its shares</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Deployed %1</source>
        <translation>%1 implantada</translation>
    </message>
    <message>
        <source>Roll back to %1</source>
        <translation>Reverter para %1</translation>
    </message>
    <message>
        <source>Traffic to %1</source>
        <translation>Tráfego para %1</translation>
    </message>
    <message>
        <source>Refused by the cloud</source>
        <translation>Recusado pela nuvem</translation>
    </message>
    <message>
        <source>%1 %2 %</source>
        <comment>a revision and its share</comment>
        <translation>%1 %2 %</translation>
    </message>
    <message>
        <source>today %1</source>
        <comment>a time</comment>
        <translation>hoje %1</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>a share of the traffic</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 req/s</source>
        <translation>%1 req/s</translation>
    </message>
    <message>
        <source>The change is being sent.</source>
        <translation>A mudança está sendo enviada.</translation>
    </message>
    <message>
        <source>Accepted at %1; the traffic is moving.</source>
        <translation>Aceita às %1; o tráfego está mudando.</translation>
    </message>
    <message>
        <source>The traffic has moved, at %1.</source>
        <translation>O tráfego mudou, às %1.</translation>
    </message>
    <message>
        <source>failed</source>
        <comment>a revision</comment>
        <translation>falhou</translation>
    </message>
    <message>
        <source>starting</source>
        <comment>a revision</comment>
        <translation>iniciando</translation>
    </message>
    <message>
        <source>serving</source>
        <comment>a revision</comment>
        <translation>atende</translation>
    </message>
    <message>
        <source>ready</source>
        <comment>a revision</comment>
        <translation>pronta</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <comment>a service, its state, its shares</comment>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>não alcançado</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>ausente</translation>
    </message>
    <message>
        <source>%1: %2 %3</source>
        <comment>an environment, a revision, a time</comment>
        <translation>%1: %2 %3</translation>
    </message>
    <message>
        <source>%1 %2, by %3. %4</source>
        <comment>a time, what was done, who, why</comment>
        <translation>%1 %2, por %3. %4</translation>
    </message>
    <message>
        <source>Rollout begun</source>
        <translation>Distribuição iniciada</translation>
    </message>
    <message>
        <source>Deployment sent</source>
        <translation>Implantação enviada</translation>
    </message>
    <message>
        <source>Brought back from a backup</source>
        <translation>Trazido de volta de um backup</translation>
    </message>
    <message>
        <source>Replaced by a file</source>
        <translation>Substituído por um arquivo</translation>
    </message>
    <message>
        <source>Exported</source>
        <translation>Exportado</translation>
    </message>
    <message>
        <source>Alert saved</source>
        <translation>Alerta salvo</translation>
    </message>
    <message>
        <source>Image built</source>
        <translation>Imagem construída</translation>
    </message>
    <message>
        <source>Rehearsal begun</source>
        <translation>Ensaio iniciado</translation>
    </message>
    <message>
        <source>Rollout ended: the traffic was moved</source>
        <translation>Distribuição encerrada: o tráfego foi movido</translation>
    </message>
</context>
<context>
    <name>ReleasesPage</name>
    <message>
        <source>The traffic was not changed</source>
        <translation>O tráfego não foi alterado</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>Reverter</translation>
    </message>
    <message>
        <source>Change the traffic</source>
        <translation>Alterar o tráfego</translation>
    </message>
    <message>
        <source>Review and apply</source>
        <translation>Revisar e aplicar</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Aplicar</translation>
    </message>
    <message>
        <source>Leave the traffic as it is</source>
        <translation>Deixar o tráfego como está</translation>
    </message>
    <message>
        <source>Undo the change of traffic</source>
        <translation>Desfazer a mudança de tráfego</translation>
    </message>
    <message>
        <source>No change of the last two minutes</source>
        <translation>Nenhuma mudança nos últimos dois minutos</translation>
    </message>
    <message>
        <source>Go to the configuration</source>
        <translation>Ir para a configuração</translation>
    </message>
    <message>
        <source>Copy the revision&apos;s name</source>
        <translation>Copiar o nome da revisão</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
    <message>
        <source>Select a revision first</source>
        <translation>Selecione uma revisão primeiro</translation>
    </message>
    <message>
        <source>Read the releases again</source>
        <translation>Ler as versões de novo</translation>
    </message>
    <message>
        <source>Select a service first</source>
        <translation>Selecione um serviço primeiro</translation>
    </message>
    <message>
        <source>The traffic is moving</source>
        <translation>O tráfego está mudando</translation>
    </message>
    <message>
        <source>Undone within two minutes</source>
        <translation>Desfeito em até dois minutos</translation>
    </message>
    <message>
        <source>Undo, %1 s left</source>
        <translation>Desfazer, faltam %1 s</translation>
    </message>
    <message>
        <source>Releases</source>
        <translation>Versões</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>Entendi</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Serviços</translation>
    </message>
    <message>
        <source>Across environments</source>
        <translation>Entre ambientes</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>Tráfego</translation>
    </message>
    <message>
        <source>Revisions</source>
        <translation>Revisões</translation>
    </message>
    <message>
        <source>Hide revisions that were never ready</source>
        <translation>Ocultar revisões que nunca ficaram prontas</translation>
    </message>
    <message>
        <source>Config</source>
        <translation>Configuração</translation>
    </message>
    <message>
        <source>Audit trail</source>
        <translation>Trilha de auditoria</translation>
    </message>
    <message>
        <source>What is shown is from %1.</source>
        <translation>O que se vê é de %1.</translation>
    </message>
    <message>
        <source>The engine is not running, and only it knows the cloud.</source>
        <translation>O motor não está em execução, e só ele conhece a nuvem.</translation>
    </message>
    <message>
        <source>This workspace names no cloud. Write cloud: with project and region into batuta.yaml (and server: local for a Cloud Run on this machine), and read it again.</source>
        <translation>Este espaço de trabalho não indica nenhuma nuvem. Escreva cloud: com project e region no batuta.yaml (e server: local para um Cloud Run nesta máquina) e leia de novo.</translation>
    </message>
    <message>
        <source>No service runs in %1. What is deployed there appears here.</source>
        <translation>Nenhum serviço em execução em %1. O que for implantado lá aparece aqui.</translation>
    </message>
    <message>
        <source>Open %1 in the browser</source>
        <translation>Abrir %1 no navegador</translation>
    </message>
    <message>
        <source>Not applied yet</source>
        <translation>Ainda não aplicado</translation>
    </message>
    <message>
        <source>Changed by %1.</source>
        <translation>Alterado por %1.</translation>
    </message>
    <message>
        <source>Your change was dropped; the bar shows what serves now.</source>
        <translation>A sua mudança foi descartada; a barra mostra o que atende agora.</translation>
    </message>
    <message numerus="yes">
        <source>%n instance(s)</source>
        <translation>
            <numerusform>%n instância</numerusform>
            <numerusform>%n instâncias</numerusform>
        </translation>
    </message>
    <message>
        <source>no figures: %1</source>
        <translation>sem números: %1</translation>
    </message>
    <message>
        <source>no figures yet</source>
        <translation>ainda sem números</translation>
    </message>
    <message>
        <source>last change %1 by %2</source>
        <translation>última mudança %1 por %2</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>two revisions</comment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>→ %1</source>
        <comment>a revision</comment>
        <translation>→ %1</translation>
    </message>
    <message>
        <source>Compare the configuration</source>
        <translation>Comparar a configuração</translation>
    </message>
    <message>
        <source>Compare with a file of keys</source>
        <translation>Comparar com um arquivo de chaves</translation>
    </message>
    <message>
        <source>Environments (*.env .env* *.yaml *.yml)</source>
        <translation>Ambientes (*.env .env* *.yaml *.yml)</translation>
    </message>
    <message>
        <source>The workspace names no cloud</source>
        <translation>O workspace não nomeia nenhuma nuvem</translation>
    </message>
    <message>
        <source>Deploy to production</source>
        <translation>Implantar em produção</translation>
    </message>
    <message>
        <source>Deploy</source>
        <translation>Implantar</translation>
    </message>
    <message>
        <source>Deploy a new service</source>
        <translation>Implantar um novo serviço</translation>
    </message>
    <message>
        <source>Export config</source>
        <translation>Exportar configuração</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Backups</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alertas</translation>
    </message>
    <message>
        <source>%1 was watched for two minutes: no errors in its log.</source>
        <translation>%1 foi observado por dois minutos: nenhum erro em seu log.</translation>
    </message>
    <message numerus="yes">
        <source>%1 was watched for two minutes: %n error(s) in its log.</source>
        <translation>
            <numerusform>%1 foi observado por dois minutos: %n erro em seu log.</numerusform>
            <numerusform>%1 foi observado por dois minutos: %n erros em seu log.</numerusform>
        </translation>
    </message>
    <message>
        <source>Two minutes after the rollback:</source>
        <translation>Dois minutos depois da reversão:</translation>
    </message>
    <message>
        <source>Two minutes after the change of traffic:</source>
        <translation>Dois minutos depois da mudança de tráfego:</translation>
    </message>
    <message>
        <source>no errors in the log of the service.</source>
        <translation>nenhum erro no log do serviço.</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s) in the log of the service.</source>
        <translation>
            <numerusform>%n erro no log do serviço.</numerusform>
            <numerusform>%n erros no log do serviço.</numerusform>
        </translation>
    </message>
    <message>
        <source>Exported to %1</source>
        <translation>Exportado para %1</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 não pode ser escrito: %2</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
    <message>
        <source>what serves</source>
        <translation>o que atende</translation>
    </message>
    <message>
        <source>a file of keys …</source>
        <translation>um arquivo de chaves …</translation>
    </message>
    <message>
        <source>Rehearse the revision</source>
        <translation>Ensaiar a revisão</translation>
    </message>
    <message>
        <source>Only a revision with a tag and 0 % of the traffic can be rehearsed</source>
        <translation>Só uma revisão com tag e 0 % do tráfego pode ser ensaiada</translation>
    </message>
</context>
<context>
    <name>RemoteControl</name>
    <message>
        <source>this window has left it</source>
        <translation>esta janela saiu dele</translation>
    </message>
</context>
<context>
    <name>RepeatPanel</name>
    <message>
        <source>Do nothing</source>
        <translation>Não fazer nada</translation>
    </message>
    <message numerus="yes">
        <source>Repeat %Ln run(s)</source>
        <translation>
            <numerusform>Repetir %Ln execução</numerusform>
            <numerusform>Repetir %Ln execuções</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Repeat %Ln run(s)?</source>
        <translation>
            <numerusform>Repetir %Ln execução?</numerusform>
            <numerusform>Repetir %Ln execuções?</numerusform>
        </translation>
    </message>
    <message>
        <source>Each begins with the steps that failed; steps that succeeded are not called again. Members written here replace those of each input.</source>
        <translation>Cada uma começa pelas etapas que falharam; as que deram certo não são chamadas de novo. Os membros escritos aqui substituem os de cada entrada.</translation>
    </message>
    <message>
        <source>What of the input is another, as a JSON object</source>
        <translation>O que muda na entrada, como objeto JSON</translation>
    </message>
    <message>
        <source>It must be a JSON object.</source>
        <translation>Deve ser um objeto JSON.</translation>
    </message>
</context>
<context>
    <name>RerunDialog</name>
    <message>
        <source>Retry from the failed step</source>
        <translation>Tentar de novo a partir da etapa que falhou</translation>
    </message>
    <message>
        <source>Re-run from %1</source>
        <translation>Executar de novo a partir de %1</translation>
    </message>
    <message>
        <source>The one that ran</source>
        <translation>A que foi executada</translation>
    </message>
    <message>
        <source>The newest</source>
        <translation>A mais nova</translation>
    </message>
    <message>
        <source>Version of the flow</source>
        <translation>Versão do fluxo</translation>
    </message>
    <message>
        <source>The newest version is the one that ran.</source>
        <translation>A versão mais nova é a que foi executada.</translation>
    </message>
    <message>
        <source>The workspace does not have this flow any more.</source>
        <translation>O espaço de trabalho não tem mais este fluxo.</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versão</translation>
    </message>
    <message>
        <source>Re-run</source>
        <translation>Executar de novo</translation>
    </message>
    <message numerus="yes">
        <source>A new run begins with the steps that failed or did not run; what they do is done once more. Up to %n step(s) keep what they gave.</source>
        <translation>
            <numerusform>Uma nova execução começa pelas etapas que falharam ou não rodaram; o que elas fazem é feito mais uma vez. Até %n etapa mantém o que devolveu.</numerusform>
            <numerusform>Uma nova execução começa pelas etapas que falharam ou não rodaram; o que elas fazem é feito mais uma vez. Até %n etapas mantêm o que devolveram.</numerusform>
        </translation>
    </message>
    <message>
        <source>A new run begins with this step and all that follow from it; what they do is done once more. Other steps that ended well keep what they gave.</source>
        <translation>Uma nova execução começa por esta etapa e todas as que vêm depois dela; o que elas fazem é feito mais uma vez. As outras etapas que terminaram bem mantêm o que devolveram.</translation>
    </message>
    <message>
        <source>Secrets of the input are kept as they were; once anything is edited, they must be typed again.</source>
        <translation>Os segredos da entrada ficam como estavam; se algo for editado, eles precisam ser digitados de novo.</translation>
    </message>
</context>
<context>
    <name>ReviewDialog</name>
    <message>
        <source>Review and apply</source>
        <translation>Revisar e aplicar</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Arquivo</translation>
    </message>
    <message>
        <source>On the disk</source>
        <translation>No disco</translation>
    </message>
    <message>
        <source>With your changes</source>
        <translation>Com suas alterações</translation>
    </message>
    <message>
        <source>Why? It is kept in the history.</source>
        <translation>Por quê? Fica guardado no histórico.</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por quê</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Aplicar</translation>
    </message>
    <message>
        <source>It is being written</source>
        <translation>Está sendo gravado</translation>
    </message>
    <message>
        <source>Nothing has changed</source>
        <translation>Nada mudou</translation>
    </message>
    <message>
        <source>Files have changed on the disk: settle that first</source>
        <translation>Há arquivos que mudaram no disco: resolva isso primeiro</translation>
    </message>
    <message>
        <source>Production is locked again</source>
        <translation>A produção está bloqueada de novo</translation>
    </message>
    <message>
        <source>Type the name of the environment first</source>
        <translation>Digite o nome do ambiente primeiro</translation>
    </message>
    <message>
        <source>%1 (new)</source>
        <translation>%1 (nova)</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n alteração</numerusform>
            <numerusform>%n alterações</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; %2 afterwards</source>
        <comment>3 changes; 2 problems afterwards</comment>
        <translation>%1; %2 depois</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problema</numerusform>
            <numerusform>%n problemas</numerusform>
        </translation>
    </message>
    <message>
        <source>Type %1 to confirm</source>
        <translation>Digite %1 para confirmar</translation>
    </message>
    <message>
        <source>Apply to %1</source>
        <translation>Aplicar em %1</translation>
    </message>
</context>
<context>
    <name>RevisionRows</name>
    <message>
        <source>Answered with 5xx, of the last day&apos;s requests</source>
        <translation>Respondidas com 5xx, entre as requisições do último dia</translation>
    </message>
    <message>
        <source>95 of 100 requests of the last hour were faster</source>
        <translation>95 de 100 requisições da última hora foram mais rápidas</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>Revisão</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>Tráfego</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Imagem</translation>
    </message>
    <message>
        <source>Deployed</source>
        <translation>Implantada</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Por</translation>
    </message>
    <message>
        <source>5xx</source>
        <translation>5xx</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>Inst.</source>
        <translation>Inst.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
</context>
<context>
    <name>RollbackDialog</name>
    <message>
        <source>The same with gcloud</source>
        <translation>O mesmo com o gcloud</translation>
    </message>
    <message>
        <source>Roll back %1</source>
        <translation>Reverter %1</translation>
    </message>
    <message>
        <source>Move the traffic of %1</source>
        <translation>Mover o tráfego de %1</translation>
    </message>
    <message>
        <source>in</source>
        <comment>an environment</comment>
        <translation>em</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
    <message>
        <source>Back to</source>
        <translation>Voltar para</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Para</translation>
    </message>
    <message>
        <source>Reason, kept in the audit trail</source>
        <translation>Motivo, guardado na trilha de auditoria</translation>
    </message>
    <message>
        <source>Type %1 to confirm</source>
        <translation>Digite %1 para confirmar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Esc</source>
        <comment>the key</comment>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Roll back production</source>
        <translation>Reverter produção</translation>
    </message>
    <message>
        <source>Move traffic in production</source>
        <translation>Mover o tráfego em produção</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>Reverter</translation>
    </message>
    <message>
        <source>Move traffic</source>
        <translation>Mover o tráfego</translation>
    </message>
    <message>
        <source>%1 %2 %</source>
        <comment>a revision and its share</comment>
        <translation>%1 %2 %</translation>
    </message>
    <message>
        <source>Preflight, %1 of %2 done</source>
        <translation>Verificação prévia, %1 de %2 prontas</translation>
    </message>
    <message>
        <source>Somebody changed the service meanwhile: look again, then confirm.</source>
        <translation>Alguém alterou o serviço enquanto isso: confira de novo e então confirme.</translation>
    </message>
    <message>
        <source>Enter does not confirm here.</source>
        <translation>Enter não confirma aqui.</translation>
    </message>
    <message>
        <source>Enter does not confirm here. %1</source>
        <translation>Enter não confirma aqui. %1</translation>
    </message>
    <message>
        <source>of traffic moves</source>
        <translation>do tráfego muda</translation>
    </message>
    <message>
        <source>at the current rate</source>
        <translation>na taxa atual</translation>
    </message>
    <message>
        <source>flows call this service</source>
        <translation>fluxos chamam este serviço</translation>
    </message>
    <message>
        <source>failed there in the last day</source>
        <translation>falharam lá no último dia</translation>
    </message>
    <message>
        <source>p95 there</source>
        <translation>p95 lá</translation>
    </message>
    <message>
        <source>There is no revision to go back to.</source>
        <translation>Não há revisão para a qual voltar.</translation>
    </message>
    <message>
        <source>Nothing would change.</source>
        <translation>Nada mudaria.</translation>
    </message>
    <message>
        <source>The checks are not done yet.</source>
        <translation>As verificações ainda não terminaram.</translation>
    </message>
    <message>
        <source>A check fails.</source>
        <translation>Uma verificação falha.</translation>
    </message>
    <message numerus="yes">
        <source>The reason needs %n more character(s).</source>
        <translation>
            <numerusform>O motivo precisa de mais %n caractere.</numerusform>
            <numerusform>O motivo precisa de mais %n caracteres.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more character(s) to type.</source>
        <translation>
            <numerusform>Falta digitar %n caractere.</numerusform>
            <numerusform>Falta digitar %n caracteres.</numerusform>
        </translation>
    </message>
    <message>
        <source>That is not the name of the service.</source>
        <translation>Esse não é o nome do serviço.</translation>
    </message>
    <message>
        <source>Sent at %1.</source>
        <translation>Enviado às %1.</translation>
    </message>
    <message>
        <source>Accepted by the cloud after %1.</source>
        <translation>Aceito pela nuvem após %1.</translation>
    </message>
    <message>
        <source>Moved after %1. It can be undone for two minutes.</source>
        <translation>Mudou após %1. Pode ser desfeito por dois minutos.</translation>
    </message>
    <message>
        <source>Traffic is now at: %1</source>
        <translation>O tráfego agora está em: %1</translation>
    </message>
    <message>
        <source>It is safe to close this: the cloud goes on.</source>
        <translation>Pode fechar: a nuvem continua.</translation>
    </message>
    <message>
        <source>Log of the service since then</source>
        <translation>Log do serviço desde então</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n erro</numerusform>
            <numerusform>%n erros</numerusform>
        </translation>
    </message>
    <message>
        <source>Log, %1, watched for %2 s more</source>
        <translation>Log, %1, observado por mais %2 s</translation>
    </message>
    <message>
        <source>Log, %1</source>
        <translation>Log, %1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Desfazer</translation>
    </message>
    <message>
        <source>no requests are on record</source>
        <translation>nenhuma requisição registrada</translation>
    </message>
    <message numerus="yes">
        <source>served for %1, %Ln request(s), %2 % with 5xx</source>
        <translation>
            <numerusform>atendeu por %1, %Ln requisição, %2 % com 5xx</numerusform>
            <numerusform>atendeu por %1, %Ln requisições, %2 % com 5xx</numerusform>
        </translation>
    </message>
    <message>
        <source>Undone within two minutes</source>
        <translation>Desfeito em até dois minutos</translation>
    </message>
</context>
<context>
    <name>RouteLine</name>
    <message>
        <source>True: it chooses the flow</source>
        <translation>Verdadeira: ela escolhe o fluxo</translation>
    </message>
    <message>
        <source>True, but an earlier rule has chosen</source>
        <translation>Verdadeira, mas uma regra anterior escolheu</translation>
    </message>
    <message>
        <source>Not true</source>
        <translation>Não verdadeira</translation>
    </message>
    <message>
        <source>Condition of rule %1</source>
        <translation>Condição da regra %1</translation>
    </message>
    <message>
        <source>Flow of rule %1</source>
        <translation>Fluxo da regra %1</translation>
    </message>
    <message>
        <source>Move rule %1 up</source>
        <translation>Mover a regra %1 para cima</translation>
    </message>
    <message>
        <source>Move rule %1 down</source>
        <translation>Mover a regra %1 para baixo</translation>
    </message>
    <message>
        <source>Remove rule %1</source>
        <translation>Remover a regra %1</translation>
    </message>
</context>
<context>
    <name>RoutesDocument</name>
    <message>
        <source>Change a condition</source>
        <translation>Alterar uma condição</translation>
    </message>
    <message>
        <source>Change a flow</source>
        <translation>Alterar um fluxo</translation>
    </message>
    <message>
        <source>Change the default</source>
        <translation>Alterar o padrão</translation>
    </message>
    <message>
        <source>Add a rule</source>
        <translation>Adicionar uma regra</translation>
    </message>
    <message>
        <source>Remove a rule</source>
        <translation>Remover uma regra</translation>
    </message>
    <message>
        <source>Move a rule</source>
        <translation>Mover uma regra</translation>
    </message>
</context>
<context>
    <name>RoutesPage</name>
    <message>
        <source>Routes of %1</source>
        <translation>Rotas de %1</translation>
    </message>
    <message>
        <source>The files of this workspace are with its engine. Edit routes where they are.</source>
        <translation>Os arquivos deste espaço de trabalho estão com o motor dele. Edite as rotas onde elas estão.</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Não salvo</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n erro</numerusform>
            <numerusform>%n erros</numerusform>
        </translation>
    </message>
    <message>
        <source>A rule cannot be decided: a request like this is refused.</source>
        <translation>Uma regra não pode ser decidida: um pedido assim é recusado.</translation>
    </message>
    <message>
        <source>No rule is true: the default %1 runs.</source>
        <translation>Nenhuma regra é verdadeira: roda o padrão %1.</translation>
    </message>
    <message>
        <source>%1 runs, by the rule %2.</source>
        <translation>Roda %1, pela regra %2.</translation>
    </message>
    <message>
        <source>Also true, and without a say: %1</source>
        <translation>Também verdadeiras, e sem efeito: %1</translation>
    </message>
    <message>
        <source>%1: runs</source>
        <comment>a step</comment>
        <translation>%1: roda</translation>
    </message>
    <message>
        <source>%1: filtered, %2</source>
        <comment>a step and why</comment>
        <translation>%1: filtrada, %2</translation>
    </message>
    <message>
        <source>Saved: the engine routes by these rules now.</source>
        <translation>Salvo: o motor agora roteia por estas regras.</translation>
    </message>
    <message>
        <source>There are no routes to edit.</source>
        <translation>Não há rotas para editar.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Desfazer</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Não há nada para desfazer.</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Refazer</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>Não há nada para refazer.</translation>
    </message>
    <message>
        <source>Add a rule</source>
        <translation>Adicionar uma regra</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Salvar</translation>
    </message>
    <message>
        <source>The routes have errors.</source>
        <translation>As rotas têm erros.</translation>
    </message>
    <message>
        <source>There are no changes.</source>
        <translation>Não há alterações.</translation>
    </message>
    <message>
        <source>Flows</source>
        <translation>Fluxos</translation>
    </message>
    <message>
        <source>Rules: the first true one chooses the flow</source>
        <translation>Regras: a primeira verdadeira escolhe o fluxo</translation>
    </message>
    <message>
        <source>When no rule is true</source>
        <translation>Quando nenhuma regra é verdadeira</translation>
    </message>
    <message>
        <source>Try a payload</source>
        <translation>Experimentar um payload</translation>
    </message>
    <message>
        <source>Payload as JSON</source>
        <translation>Payload como JSON</translation>
    </message>
    <message>
        <source>Steps of the chosen flow</source>
        <translation>Etapas do fluxo escolhido</translation>
    </message>
</context>
<context>
    <name>RowView</name>
    <message>
        <source>Content</source>
        <translation>Conteúdo</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s); the tree says the same row by row.</source>
        <translation>
            <numerusform>%n linha; a árvore diz o mesmo, item por item.</numerusform>
            <numerusform>%n linhas; a árvore diz o mesmo, item por item.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RowsBox</name>
    <message>
        <source>Add an argument</source>
        <translation>Adicionar um argumento</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programa</translation>
    </message>
    <message>
        <source>Argument %1</source>
        <translation>Argumento %1</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remover</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Remover %1</translation>
    </message>
</context>
<context>
    <name>RunCard</name>
    <message>
        <source>Change</source>
        <translation>Trocar</translation>
    </message>
    <message>
        <source>Choose another run as A</source>
        <translation>Escolher outra execução como A</translation>
    </message>
    <message>
        <source>Choose another run as B</source>
        <translation>Escolher outra execução como B</translation>
    </message>
    <message>
        <source>Run A</source>
        <translation>Execução A</translation>
    </message>
    <message>
        <source>Run B</source>
        <translation>Execução B</translation>
    </message>
    <message>
        <source>Execution %1</source>
        <translation>Execução %1</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Início</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Duração</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>Revisão</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Chamadas</translation>
    </message>
</context>
<context>
    <name>RunDialog</name>
    <message>
        <source>The engine went away before it answered.</source>
        <translation>O motor parou antes de responder.</translation>
    </message>
    <message>
        <source>The run may have been started: look at Runs before you run it again.</source>
        <translation>A execução pode ter sido iniciada: consulte Execuções antes de executar de novo.</translation>
    </message>
    <message>
        <source>The same request came a short time ago and is run again as %1</source>
        <translation>O mesmo pedido chegou há pouco e é executado de novo como %1</translation>
    </message>
    <message>
        <source>Run %1 started</source>
        <translation>Execução %1 iniciada</translation>
    </message>
    <message>
        <source>The workspace has no flow %1.</source>
        <translation>O espaço de trabalho não tem o fluxo %1.</translation>
    </message>
    <message>
        <source>Choose another one above.</source>
        <translation>Escolha outro acima.</translation>
    </message>
    <message>
        <source>That is no JSON object, so the form was not filled.</source>
        <translation>Isso não é um objeto JSON; por isso o formulário não foi preenchido.</translation>
    </message>
    <message numerus="yes">
        <source>%n secret(s) were never kept.</source>
        <translation>
            <numerusform>%n segredo nunca foi guardado.</numerusform>
            <numerusform>%n segredos nunca foram guardados.</numerusform>
        </translation>
    </message>
    <message>
        <source>Fill them in again if they are needed.</source>
        <translation>Preencha de novo se for necessário.</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Executar</translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>Executar %1</translation>
    </message>
    <message>
        <source>Run a flow</source>
        <translation>Executar um fluxo</translation>
    </message>
    <message>
        <source>Version %1 of the flow</source>
        <translation>Versão %1 do fluxo</translation>
    </message>
    <message>
        <source>in</source>
        <translation>em</translation>
    </message>
    <message>
        <source>Fields of all flows of %1</source>
        <translation>Campos de todos os fluxos de %1</translation>
    </message>
    <message>
        <source>Fields come from %1</source>
        <translation>Os campos vêm de %1</translation>
    </message>
    <message>
        <source>The engine has not told its flows yet.</source>
        <translation>O motor ainda não informou os fluxos.</translation>
    </message>
    <message>
        <source>Choose a flow above.</source>
        <translation>Escolha um fluxo acima.</translation>
    </message>
    <message>
        <source>In production only the button runs it</source>
        <translation>Em produção, só o botão executa</translation>
    </message>
    <message>
        <source>Choose a flow before dropping an input.</source>
        <translation>Escolha um fluxo antes de soltar uma entrada.</translation>
    </message>
    <message>
        <source>Drop one JSON file of this computer.</source>
        <translation>Solte um arquivo JSON deste computador.</translation>
    </message>
    <message>
        <source>%1 is too large: %2.</source>
        <translation>%1 é grande demais: %2.</translation>
    </message>
    <message>
        <source>Up to %1 fits.</source>
        <translation>Cabem até %1.</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>Não é possível ler %1.</translation>
    </message>
    <message>
        <source>Filled from %1</source>
        <translation>Preenchido com %1</translation>
    </message>
    <message>
        <source>The plan appears here.</source>
        <translation>O plano aparece aqui.</translation>
    </message>
    <message>
        <source>The plan follows once the input is valid.</source>
        <translation>O plano aparece quando a entrada for válida.</translation>
    </message>
    <message>
        <source>The plan follows once the required fields are filled.</source>
        <translation>O plano aparece quando os campos obrigatórios estiverem preenchidos.</translation>
    </message>
    <message>
        <source>Asking the engine…</source>
        <translation>Consultando o motor…</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) run</source>
        <translation>
            <numerusform>%n etapa executada</numerusform>
            <numerusform>%n etapas executadas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are skipped</source>
        <translation>
            <numerusform>%n ignorada</numerusform>
            <numerusform>%n ignoradas</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message numerus="yes">
        <source>%n depend on results</source>
        <translation>
            <numerusform>%n depende de resultados</numerusform>
            <numerusform>%n dependem de resultados</numerusform>
        </translation>
    </message>
    <message>
        <source>The routes choose %1, because no rule is true.</source>
        <translation>As rotas escolhem %1, porque nenhuma regra é verdadeira.</translation>
    </message>
    <message>
        <source>The routes choose %1 by the rule %2.</source>
        <translation>As rotas escolhem %1 pela regra %2.</translation>
    </message>
    <message>
        <source>These flags have no say: %1.</source>
        <translation>Estes sinalizadores não valem: %1.</translation>
    </message>
    <message>
        <source>Engine accepts runs</source>
        <translation>O motor aceita execuções</translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n em execução</numerusform>
            <numerusform>%n em execução</numerusform>
        </translation>
    </message>
    <message>
        <source>Engine does not accept runs</source>
        <translation>O motor não aceita execuções</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Entrada</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) to mend</source>
        <translation>
            <numerusform>%n campo a corrigir</numerusform>
            <numerusform>%n campos a corrigir</numerusform>
        </translation>
    </message>
    <message>
        <source>valid</source>
        <translation>válida</translation>
    </message>
    <message>
        <source>Environment keys for these steps</source>
        <translation>Chaves de ambiente destas etapas</translation>
    </message>
    <message>
        <source>all set</source>
        <translation>definidas</translation>
    </message>
    <message numerus="yes">
        <source>%n environment key(s) not set</source>
        <translation>
            <numerusform>%n chave de ambiente não definida</numerusform>
            <numerusform>%n chaves de ambiente não definidas</numerusform>
        </translation>
    </message>
    <message>
        <source>Identical input ran %1</source>
        <translation>Entrada idêntica executada %1</translation>
    </message>
    <message>
        <source>Before the run</source>
        <translation>Antes da execução</translation>
    </message>
    <message>
        <source>Choose a flow first.</source>
        <translation>Escolha um fluxo primeiro.</translation>
    </message>
    <message>
        <source>The run is being started.</source>
        <translation>A execução está sendo iniciada.</translation>
    </message>
    <message>
        <source>The engine is starting.</source>
        <translation>O motor está iniciando.</translation>
    </message>
    <message>
        <source>The engine is stopping.</source>
        <translation>O motor está parando.</translation>
    </message>
    <message>
        <source>The engine does not answer: %1</source>
        <translation>O motor não responde: %1</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Iniciando…</translation>
    </message>
    <message>
        <source>Run in %1</source>
        <translation>Executar em %1</translation>
    </message>
    <message>
        <source>Production: only this button runs it, by pointer or by Tab and Space.</source>
        <translation>Produção: só este botão executa, com o ponteiro ou com Tab e Espaço.</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plano</translation>
    </message>
    <message>
        <source>Payload</source>
        <translation>Payload</translation>
    </message>
    <message>
        <source>cURL</source>
        <translation>cURL</translation>
    </message>
    <message>
        <source>Plan, payload and command lines</source>
        <translation>Plano, payload e linhas de comando</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
</context>
<context>
    <name>RunFacets</name>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Flow</source>
        <translation>Fluxo</translation>
    </message>
    <message>
        <source>Trigger</source>
        <translation>Disparo</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Erro</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>Revisão</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versão</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Ambiente</translation>
    </message>
</context>
<context>
    <name>RunFilters</name>
    <message>
        <source>status is %1</source>
        <translation>status é %1</translation>
    </message>
    <message>
        <source>flow is %1</source>
        <translation>fluxo é %1</translation>
    </message>
    <message>
        <source>subject is %1</source>
        <translation>usuário é %1</translation>
    </message>
    <message>
        <source>session is %1</source>
        <translation>sessão é %1</translation>
    </message>
    <message>
        <source>correlation is %1</source>
        <translation>correlação é %1</translation>
    </message>
    <message>
        <source>started in last %1 d</source>
        <translation>início nos últimos %1 d</translation>
    </message>
    <message>
        <source>started in last %1 h</source>
        <translation>início nas últimas %1 h</translation>
    </message>
    <message>
        <source>started in last %1 min</source>
        <translation>início nos últimos %1 min</translation>
    </message>
    <message>
        <source>trigger is %1</source>
        <translation>disparo é %1</translation>
    </message>
    <message>
        <source>version is %1</source>
        <translation>versão é %1</translation>
    </message>
    <message>
        <source>environment is %1</source>
        <translation>ambiente é %1</translation>
    </message>
    <message>
        <source>revision is %1</source>
        <translation>revisão é %1</translation>
    </message>
    <message>
        <source>error is %1</source>
        <translation>erro é %1</translation>
    </message>
    <message>
        <source>failure group %1</source>
        <translation>grupo de falhas %1</translation>
    </message>
    <message>
        <source>started after %1</source>
        <translation>início depois de %1</translation>
    </message>
    <message>
        <source>started before %1</source>
        <translation>início antes de %1</translation>
    </message>
    <message>
        <source>status is not %1</source>
        <translation>status não é %1</translation>
    </message>
    <message>
        <source>flow is not %1</source>
        <translation>fluxo não é %1</translation>
    </message>
    <message>
        <source>trigger is not %1</source>
        <translation>disparo não é %1</translation>
    </message>
    <message>
        <source>version is not %1</source>
        <translation>versão não é %1</translation>
    </message>
    <message>
        <source>environment is not %1</source>
        <translation>ambiente não é %1</translation>
    </message>
    <message>
        <source>revision is not %1</source>
        <translation>revisão não é %1</translation>
    </message>
    <message>
        <source>error is not %1</source>
        <translation>erro não é %1</translation>
    </message>
</context>
<context>
    <name>RunHistogram</name>
    <message numerus="yes">
        <source>%1: %Ln run(s)</source>
        <translation>
            <numerusform>%1: %Ln execução</numerusform>
            <numerusform>%1: %Ln execuções</numerusform>
        </translation>
    </message>
    <message>
        <source>Runs in time</source>
        <translation>Execuções no tempo</translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s)</source>
        <translation>
            <numerusform>%Ln execução</numerusform>
            <numerusform>%Ln execuções</numerusform>
        </translation>
    </message>
    <message>
        <source>Revision %1 ran first</source>
        <translation>Primeira execução da revisão %1</translation>
    </message>
    <message>
        <source>Version %1 ran first</source>
        <translation>Primeira execução da versão %1</translation>
    </message>
</context>
<context>
    <name>RunList</name>
    <message>
        <source>The flow has not run yet.</source>
        <translation>O fluxo ainda não rodou.</translation>
    </message>
    <message>
        <source>The step has not run yet.</source>
        <translation>A etapa ainda não rodou.</translation>
    </message>
</context>
<context>
    <name>RunsPage</name>
    <message>
        <source>Resume</source>
        <translation>Retomar</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Read the runs again</source>
        <translation>Ler as execuções de novo</translation>
    </message>
    <message>
        <source>Filter the runs</source>
        <translation>Filtrar as execuções</translation>
    </message>
    <message>
        <source>Open the run</source>
        <translation>Abrir a execução</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>Executar de novo</translation>
    </message>
    <message>
        <source>Cancel the run</source>
        <translation>Cancelar a execução</translation>
    </message>
    <message>
        <source>Copy the execution ID</source>
        <translation>Copiar o ID da execução</translation>
    </message>
    <message>
        <source>Copy the row as JSON</source>
        <translation>Copiar a linha como JSON</translation>
    </message>
    <message>
        <source>Select a run first.</source>
        <translation>Selecione uma execução primeiro.</translation>
    </message>
    <message>
        <source>The engine cannot be reached.</source>
        <translation>O motor está inacessível.</translation>
    </message>
    <message>
        <source>This run has ended.</source>
        <translation>Esta execução terminou.</translation>
    </message>
    <message>
        <source>Secrets in the input of this run were masked. Type them again before you run it.</source>
        <translation>Os segredos na entrada desta execução foram mascarados. Digite-os de novo antes de executar.</translation>
    </message>
    <message>
        <source>Run %1 was asked to stop.</source>
        <translation>A execução %1 recebeu o pedido de parar.</translation>
    </message>
    <message>
        <source>Run %1 had already ended.</source>
        <translation>A execução %1 já tinha terminado.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
    <message>
        <source>Reset the columns</source>
        <translation>Restaurar as colunas</translation>
    </message>
    <message>
        <source>Filter: %1</source>
        <translation>Filtro: %1</translation>
    </message>
    <message>
        <source>Copy the value</source>
        <translation>Copiar o valor</translation>
    </message>
    <message>
        <source>No run has the ID %1.</source>
        <translation>Nenhuma execução tem o ID %1.</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Execuções</translation>
    </message>
    <message>
        <source>The runs cannot be read.</source>
        <translation>Não foi possível ler as execuções.</translation>
    </message>
    <message>
        <source>No runs yet.</source>
        <translation>Ainda não há execuções.</translation>
    </message>
    <message numerus="yes">
        <source>Clear %Ln filter(s)</source>
        <translation>
            <numerusform>Limpar %Ln filtro</numerusform>
            <numerusform>Limpar %Ln filtros</numerusform>
        </translation>
    </message>
    <message>
        <source>No runs match.</source>
        <translation>Nenhuma execução corresponde.</translation>
    </message>
    <message>
        <source>The runs are as of %1. Nothing can be started or cancelled until it is back.</source>
        <translation>As execuções são de %1. Nada pode ser iniciado ou cancelado até o motor voltar.</translation>
    </message>
    <message>
        <source>Some runs could not be read.</source>
        <translation>Não foi possível ler algumas execuções.</translation>
    </message>
    <message>
        <source>Not live</source>
        <translation>Não ao vivo</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausado</translation>
    </message>
    <message>
        <source>Live, %1 runs/s</source>
        <translation>Ao vivo, %1 execuções/s</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Ao vivo</translation>
    </message>
    <message numerus="yes">
        <source>More than %Ln run(s)</source>
        <translation>
            <numerusform>Mais de %Ln execução</numerusform>
            <numerusform>Mais de %Ln execuções</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s)</source>
        <translation>
            <numerusform>%Ln execução</numerusform>
            <numerusform>%Ln execuções</numerusform>
        </translation>
    </message>
    <message>
        <source>List of runs</source>
        <translation>Lista de execuções</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espaço</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colunas</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Tentar de novo</translation>
    </message>
    <message>
        <source>Run flow</source>
        <translation>Executar fluxo</translation>
    </message>
    <message>
        <source>open</source>
        <translation>abrir</translation>
    </message>
    <message>
        <source>run again</source>
        <translation>executar de novo</translation>
    </message>
    <message>
        <source>cancel</source>
        <translation>cancelar</translation>
    </message>
    <message>
        <source>The last act on several runs is not finished yet.</source>
        <translation>A última ação em várias execuções ainda não terminou.</translation>
    </message>
    <message>
        <source>An export is being written.</source>
        <translation>Uma exportação está sendo gravada.</translation>
    </message>
    <message>
        <source>Show or hide the facets</source>
        <translation>Mostrar ou ocultar as facetas</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparar</translation>
    </message>
    <message>
        <source>Repeat the selected runs from the steps that failed</source>
        <translation>Repetir as execuções selecionadas a partir das etapas que falharam</translation>
    </message>
    <message>
        <source>Export as CSV</source>
        <translation>Exportar como CSV</translation>
    </message>
    <message>
        <source>Export as JSON lines</source>
        <translation>Exportar como JSON lines</translation>
    </message>
    <message>
        <source>Save the filters as a view</source>
        <translation>Salvar os filtros como uma visão</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todas</translation>
    </message>
    <message>
        <source>Failed in the last 24 hours</source>
        <translation>Falhas nas últimas 24 horas</translation>
    </message>
    <message>
        <source>Running now</source>
        <translation>Em execução agora</translation>
    </message>
    <message>
        <source>Remove a view</source>
        <translation>Remover uma visão</translation>
    </message>
    <message>
        <source>Name of the view</source>
        <translation>Nome da visão</translation>
    </message>
    <message numerus="yes">
        <source>A view needs a name, and at most %Ln are kept.</source>
        <translation>
            <numerusform>Uma visão precisa de um nome, e no máximo %Ln fica guardada.</numerusform>
            <numerusform>Uma visão precisa de um nome, e no máximo %Ln ficam guardadas.</numerusform>
        </translation>
    </message>
    <message>
        <source>The view %1 was saved.</source>
        <translation>A visão %1 foi salva.</translation>
    </message>
    <message>
        <source>None of the selected runs is running.</source>
        <translation>Nenhuma das execuções selecionadas está em andamento.</translation>
    </message>
    <message>
        <source>None of the selected runs has ended.</source>
        <translation>Nenhuma das execuções selecionadas terminou.</translation>
    </message>
    <message numerus="yes">
        <source>Cancel %Ln run(s)?</source>
        <translation>
            <numerusform>Cancelar %Ln execução?</numerusform>
            <numerusform>Cancelar %Ln execuções?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Repeat %Ln run(s)?</source>
        <translation>
            <numerusform>Repetir %Ln execução?</numerusform>
            <numerusform>Repetir %Ln execuções?</numerusform>
        </translation>
    </message>
    <message>
        <source>What their steps have already done stays done.</source>
        <translation>O que as etapas já fizeram continua feito.</translation>
    </message>
    <message>
        <source>Steps that succeeded are not called again.</source>
        <translation>As etapas que deram certo não são chamadas de novo.</translation>
    </message>
    <message>
        <source>Cancel the runs</source>
        <translation>Cancelar as execuções</translation>
    </message>
    <message>
        <source>Repeat the runs</source>
        <translation>Repetir as execuções</translation>
    </message>
    <message>
        <source>Do nothing</source>
        <translation>Não fazer nada</translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s) were asked to stop.</source>
        <translation>
            <numerusform>Foi pedido a %Ln execução que pare.</numerusform>
            <numerusform>Foi pedido a %Ln execuções que parem.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s) were repeated.</source>
        <translation>
            <numerusform>%Ln execução foi repetida.</numerusform>
            <numerusform>%Ln execuções foram repetidas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln were refused: %1</source>
        <translation>
            <numerusform>%Ln foi recusada: %1</numerusform>
            <numerusform>%Ln foram recusadas: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s) were written to %1.</source>
        <translation>
            <numerusform>%Ln execução foi gravada em %1.</numerusform>
            <numerusform>%Ln execuções foram gravadas em %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was exported: %1</source>
        <translation>Nada foi exportado: %1</translation>
    </message>
    <message>
        <source>Use status:, flow:, user:, session:, correlation:, version:, revision:, error: or last:, for example last:6h.</source>
        <translation>Use status:, flow:, user:, session:, correlation:, version:, revision:, error: ou last:, por exemplo last:6h.</translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln selected</source>
        <translation>
            <numerusform>%1, %Ln selecionada</numerusform>
            <numerusform>%1, %Ln selecionadas</numerusform>
        </translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Visões</translation>
    </message>
    <message>
        <source>compare</source>
        <translation>comparar</translation>
    </message>
    <message>
        <source>Select one run, or up to twenty.</source>
        <translation>Selecione uma execução, ou até vinte.</translation>
    </message>
    <message>
        <source>Export the selected runs as a capsule…</source>
        <translation>Exportar as execuções selecionadas como cápsula…</translation>
    </message>
    <message>
        <source>Export as a capsule</source>
        <translation>Exportar como cápsula</translation>
    </message>
    <message>
        <source>Sort by start, or turn the order round</source>
        <translation>Ordenar pelo início, ou inverter a ordem</translation>
    </message>
    <message>
        <source>Sort by duration, or turn the order round</source>
        <translation>Ordenar pela duração, ou inverter a ordem</translation>
    </message>
    <message numerus="yes">
        <source>The %Ln longest run(s)</source>
        <translation>
            <numerusform>A execução mais longa</numerusform>
            <numerusform>As %Ln execuções mais longas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %Ln shortest run(s)</source>
        <translation>
            <numerusform>A execução mais curta</numerusform>
            <numerusform>As %Ln execuções mais curtas</numerusform>
        </translation>
    </message>
    <message>
        <source>No runs match: what has not ended has no duration yet.</source>
        <translation>Nenhuma execução corresponde: o que não terminou ainda não tem duração.</translation>
    </message>
    <message>
        <source>Not live while sorted by duration</source>
        <translation>Não é ao vivo enquanto ordenada pela duração</translation>
    </message>
</context>
<context>
    <name>RunsWords</name>
    <message>
        <source>This run is being loaded</source>
        <translation>Esta execução está sendo carregada</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Início</translation>
    </message>
    <message>
        <source>Execution</source>
        <translation>Execução</translation>
    </message>
    <message>
        <source>Flow</source>
        <translation>Fluxo</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Etapas</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Duração</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>Novas tent.</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Usuário</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Ambiente</translation>
    </message>
    <message>
        <source>Trigger</source>
        <translation>Disparo</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Detalhe</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sessão</translation>
    </message>
    <message>
        <source>Correlation</source>
        <translation>Correlação</translation>
    </message>
    <message>
        <source>%1, next attempt in %2</source>
        <translation>%1, próxima tentativa em %2</translation>
    </message>
    <message>
        <source>%1, next attempt</source>
        <translation>%1, próxima tentativa</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>Execução %1</translation>
    </message>
    <message>
        <source>started %1</source>
        <translation>início %1</translation>
    </message>
    <message>
        <source>%1 seconds</source>
        <translation>%1 segundos</translation>
    </message>
    <message numerus="yes">
        <source>%Ln retry(s)</source>
        <translation>
            <numerusform>%Ln nova tentativa</numerusform>
            <numerusform>%Ln novas tentativas</numerusform>
        </translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>Revisão</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versão</translation>
    </message>
    <message>
        <source>Sort by start, or turn the order round</source>
        <translation>Ordenar pelo início, ou inverter a ordem</translation>
    </message>
    <message>
        <source>Sort what has ended by its duration</source>
        <translation>Ordenar o que terminou pela duração</translation>
    </message>
    <message>
        <source>Runs are sorted by their start or their duration: of so many, no other order would be quick.</source>
        <translation>As execuções são ordenadas pelo início ou pela duração: com tantas, nenhuma outra ordem seria rápida.</translation>
    </message>
</context>
<context>
    <name>SayGesture</name>
    <message>
        <source>Enter connects %1 to %2, Esc leaves</source>
        <translation>Enter conecta %1 a %2, Esc sai</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search, paste an ID, or run a command</source>
        <translation>Busque, cole um ID ou execute um comando</translation>
    </message>
</context>
<context>
    <name>SecretDialog</name>
    <message>
        <source>Kept in the sealed file of this workspace.</source>
        <translation>Guardado no arquivo selado deste espaço de trabalho.</translation>
    </message>
    <message>
        <source>Kept in the keyring of this session.</source>
        <translation>Guardado no chaveiro desta sessão.</translation>
    </message>
    <message>
        <source>It has no value yet.</source>
        <translation>Ainda não tem valor.</translation>
    </message>
    <message>
        <source>%1 refers to Secret Manager for it.</source>
        <translation>%1 aponta para o Secret Manager.</translation>
    </message>
    <message>
        <source>It stands in %1 as readable text.</source>
        <translation>Está em %1 como texto legível.</translation>
    </message>
    <message>
        <source>Forget it</source>
        <translation>Esquecer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>New value</source>
        <translation>Novo valor</translation>
    </message>
    <message>
        <source>From a file</source>
        <translation>De um arquivo</translation>
    </message>
    <message>
        <source>Keep it in</source>
        <translation>Guardar em</translation>
    </message>
    <message>
        <source>the keyring of this session</source>
        <translation>o chaveiro desta sessão</translation>
    </message>
    <message>
        <source>a sealed file</source>
        <translation>um arquivo selado</translation>
    </message>
    <message>
        <source>Type %1 to confirm</source>
        <translation>Digite %1 para confirmar</translation>
    </message>
    <message>
        <source>No flow uses it.</source>
        <translation>Nenhum fluxo o usa.</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) use it:</source>
        <translation>
            <numerusform>%n etapa o usa:</numerusform>
            <numerusform>%n etapas o usam:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>e mais %n</numerusform>
            <numerusform>e mais %n</numerusform>
        </translation>
    </message>
    <message>
        <source>The store is at work</source>
        <translation>O cofre está trabalhando</translation>
    </message>
    <message>
        <source>Unlock production first</source>
        <translation>Desbloqueie a produção primeiro</translation>
    </message>
    <message>
        <source>Type the name of the environment first</source>
        <translation>Digite o nome do ambiente primeiro</translation>
    </message>
    <message>
        <source>Type the new value</source>
        <translation>Digite o novo valor</translation>
    </message>
    <message>
        <source>Rotate %1</source>
        <translation>Trocar %1</translation>
    </message>
    <message>
        <source>Move %1 into the store of secrets</source>
        <translation>Mover %1 para o cofre de segredos</translation>
    </message>
    <message>
        <source>Set %1</source>
        <translation>Definir %1</translation>
    </message>
    <message>
        <source>The value that stands in the file, or a new one</source>
        <translation>O valor que está no arquivo, ou um novo</translation>
    </message>
    <message>
        <source>The new value</source>
        <translation>O novo valor</translation>
    </message>
    <message>
        <source>Rotate</source>
        <translation>Trocar</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Mover</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Definir</translation>
    </message>
    <message>
        <source>%1 is forgotten.</source>
        <translation>%1 foi esquecido.</translation>
    </message>
    <message>
        <source>%1 is rotated.</source>
        <translation>%1 foi trocado.</translation>
    </message>
    <message>
        <source>%1 is in the store of secrets.</source>
        <translation>%1 está no cofre de segredos.</translation>
    </message>
    <message>
        <source>Take %1 out of its file</source>
        <translation>Tirar %1 do arquivo</translation>
    </message>
    <message>
        <source>Its text goes from the file when you apply the edits.</source>
        <translation>O texto sai do arquivo quando você aplicar as edições.</translation>
    </message>
    <message>
        <source>A file that holds the value</source>
        <translation>Um arquivo que contém o valor</translation>
    </message>
</context>
<context>
    <name>SecretEditor</name>
    <message>
        <source>Show %1 while held</source>
        <translation>Mostrar %1 enquanto pressionado</translation>
    </message>
</context>
<context>
    <name>SectionBox</name>
    <message>
        <source>Add %1</source>
        <translation>Adicionar %1</translation>
    </message>
    <message>
        <source>Take %1 out</source>
        <translation>Tirar %1</translation>
    </message>
    <message>
        <source>open</source>
        <translation>aberto</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>recolhido</translation>
    </message>
    <message>
        <source>not in the file</source>
        <translation>não está no arquivo</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n erro</numerusform>
            <numerusform>%n erros</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n aviso</numerusform>
            <numerusform>%n avisos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Find a setting</source>
        <translation>Buscar um ajuste</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>No setting fits. Clear the field above.</source>
        <translation>Nenhum ajuste corresponde. Limpe o campo acima.</translation>
    </message>
    <message>
        <source>For you, in every workspace</source>
        <translation>Pessoais, em todos os espaços de trabalho</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Restaurar</translation>
    </message>
    <message>
        <source>Reset %1</source>
        <translation>Restaurar %1</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>There is no view for %1</source>
        <translation>Não há visão para %1</translation>
    </message>
    <message>
        <source>The runs could not be listed</source>
        <translation>Não foi possível listar as execuções</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Search commands</source>
        <translation>Buscar comandos</translation>
    </message>
    <message>
        <source>Run flow</source>
        <translation>Executar fluxo</translation>
    </message>
    <message>
        <source>Keys of this view</source>
        <translation>Teclas desta visão</translation>
    </message>
    <message>
        <source>All commands</source>
        <translation>Todos os comandos</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>Fechar a janela</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Voltar</translation>
    </message>
    <message>
        <source>This is the first place</source>
        <translation>Este é o primeiro lugar</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Avançar</translation>
    </message>
    <message>
        <source>This is the last place</source>
        <translation>Este é o último lugar</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Próximo painel</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>Painel anterior</translation>
    </message>
    <message>
        <source>Copy the address of this view</source>
        <translation>Copiar o endereço desta visão</translation>
    </message>
    <message>
        <source>Address copied</source>
        <translation>Endereço copiado</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Atualizar</translation>
    </message>
    <message>
        <source>The engine does not answer</source>
        <translation>O motor não responde</translation>
    </message>
    <message>
        <source>Engine and connection</source>
        <translation>Motor e conexão</translation>
    </message>
    <message>
        <source>Start engine</source>
        <translation>Iniciar o motor</translation>
    </message>
    <message>
        <source>The engine runs already</source>
        <translation>O motor já está rodando</translation>
    </message>
    <message>
        <source>Stop engine</source>
        <translation>Parar o motor</translation>
    </message>
    <message>
        <source>The engine does not run</source>
        <translation>O motor não está rodando</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) still going</source>
        <translation>
            <numerusform>%n execução em andamento</numerusform>
            <numerusform>%n execuções em andamento</numerusform>
        </translation>
    </message>
    <message>
        <source>Open a workspace…</source>
        <translation>Abrir um espaço de trabalho…</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>Tema claro</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>Tema escuro</translation>
    </message>
    <message>
        <source>Theme of the system</source>
        <translation>Tema do sistema</translation>
    </message>
    <message>
        <source>Switch between local time and UTC</source>
        <translation>Alternar entre hora local e UTC</translation>
    </message>
    <message>
        <source>This workspace has no flow</source>
        <translation>Este espaço de trabalho não tem fluxos</translation>
    </message>
    <message>
        <source>Copy the folder&apos;s path</source>
        <translation>Copiar o caminho da pasta</translation>
    </message>
    <message>
        <source>Path copied</source>
        <translation>Caminho copiado</translation>
    </message>
    <message>
        <source>Open a workspace: a folder with flows/&lt;system&gt;/&lt;flow&gt;.yaml</source>
        <translation>Abrir um espaço de trabalho: uma pasta com flows/&lt;sistema&gt;/&lt;fluxo&gt;.yaml</translation>
    </message>
    <message>
        <source>%1 has no folder named flows</source>
        <translation>%1 não tem uma pasta chamada flows</translation>
    </message>
    <message>
        <source>Try again now</source>
        <translation>Tentar agora</translation>
    </message>
    <message>
        <source>Connect to another engine…</source>
        <translation>Conectar a outro motor…</translation>
    </message>
    <message>
        <source>Sign in again…</source>
        <translation>Entrar de novo…</translation>
    </message>
    <message>
        <source>Find the pasted ID</source>
        <translation>Localizar o ID colado</translation>
    </message>
    <message>
        <source>Open a capsule…</source>
        <translation>Abrir uma cápsula…</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>Reproduzir</translation>
    </message>
    <message>
        <source>It is being read</source>
        <translation>Está sendo lida</translation>
    </message>
    <message>
        <source>Open a capsule</source>
        <translation>Abrir uma cápsula</translation>
    </message>
    <message>
        <source>Capsules (*%1)</source>
        <translation>Cápsulas (*%1)</translation>
    </message>
    <message>
        <source>Reading the capsule…</source>
        <translation>Lendo a cápsula…</translation>
    </message>
    <message>
        <source>The capsule is open in a window of its own</source>
        <translation>A cápsula está aberta em janela própria</translation>
    </message>
    <message>
        <source>Replayed against the recorded answers; nothing was called</source>
        <translation>Reproduzida com as respostas gravadas; nada foi chamado</translation>
    </message>
    <message>
        <source>A capsule is only read</source>
        <translation>Uma cápsula é só para leitura</translation>
    </message>
    <message>
        <source>Choose the environment</source>
        <translation>Escolher o ambiente</translation>
    </message>
    <message numerus="yes">
        <source>The engine begins again in %1. %n run(s) go on as they began.</source>
        <translation>
            <numerusform>O motor recomeça em %1. %n execução continua como começou.</numerusform>
            <numerusform>O motor recomeça em %1. %n execuções continuam como começaram.</numerusform>
        </translation>
    </message>
    <message>
        <source>The engine begins again in %1.</source>
        <translation>O motor recomeça em %1.</translation>
    </message>
</context>
<context>
    <name>SignIn</name>
    <message>
        <source>Ask whoever runs the engine for its token, and type it below.</source>
        <translation>Peça o token a quem cuida do motor e digite-o abaixo.</translation>
    </message>
    <message>
        <source>Choose the authority file (CA) that belongs to this engine, or ask whoever runs it. Nothing was sent: a certificate that is not trusted is never passed over.</source>
        <translation>Escolha o arquivo da autoridade (CA) deste motor ou peça-o a quem cuida dele. Nada foi enviado: um certificado sem confiança nunca é ignorado.</translation>
    </message>
    <message>
        <source>Check the address and the network, and that the engine runs: batuta serve.</source>
        <translation>Confira o endereço e a rede, e se o motor está em execução: batuta serve.</translation>
    </message>
    <message>
        <source>Check the address: something else answers there.</source>
        <translation>Confira o endereço: outra coisa responde ali.</translation>
    </message>
    <message>
        <source>The engine wants a token</source>
        <translation>O motor pede um token</translation>
    </message>
    <message>
        <source>The token is not the right one</source>
        <translation>O token não é o certo</translation>
    </message>
    <message>
        <source>The certificate is not trusted</source>
        <translation>O certificado não é confiável</translation>
    </message>
    <message>
        <source>The engine cannot be reached</source>
        <translation>O motor não está acessível</translation>
    </message>
    <message>
        <source>No Batuta engine answers there</source>
        <translation>Nenhum motor Batuta responde ali</translation>
    </message>
    <message>
        <source>This does not work yet</source>
        <translation>Assim ainda não funciona</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer)</source>
        <translation>Certificados (*.pem *.crt *.cer)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos os arquivos (*)</translation>
    </message>
    <message>
        <source>Connect to another engine</source>
        <translation>Conectar a outro motor</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Endereço</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>asked for each time, kept nowhere</source>
        <translation>pedido a cada vez, nunca guardado</translation>
    </message>
    <message>
        <source>Authority file (CA), PEM</source>
        <translation>Arquivo da autoridade (CA), PEM</translation>
    </message>
    <message>
        <source>empty: the authorities that this computer trusts</source>
        <translation>vazio: as autoridades em que este computador confia</translation>
    </message>
    <message>
        <source>Show the token while held</source>
        <translation>Mostrar o token enquanto pressionado</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Escolher…</translation>
    </message>
    <message>
        <source>This connection is not encrypted: whoever is on the way can read the token. Use https.</source>
        <translation>Esta conexão não é cifrada: quem estiver no caminho pode ler o token. Use https.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Conectando…</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Conectar</translation>
    </message>
    <message>
        <source>Sign in to %1</source>
        <translation>Entrar em %1</translation>
    </message>
    <message>
        <source>A window of its own then shows the flows and runs of a batuta serve on another machine, and acts on them.</source>
        <translation>Uma janela própria mostra então os fluxos e as execuções de um batuta serve em outra máquina, e age sobre eles.</translation>
    </message>
    <message>
        <source>What is on the screen stays, and goes on from there.</source>
        <translation>O que está na tela permanece e continua daí.</translation>
    </message>
    <message>
        <source>Check the port, or write http:// when the engine has no TLS in front of it.</source>
        <translation>Confira a porta, ou escreva http:// quando o motor não tem TLS à frente.</translation>
    </message>
    <message>
        <source>The connection cannot be encrypted</source>
        <translation>A conexão não pode ser cifrada</translation>
    </message>
</context>
<context>
    <name>StageChart</name>
    <message>
        <source>%1 % for %2</source>
        <translation>%1 % por %2</translation>
    </message>
    <message>
        <source>then 100 %</source>
        <translation>depois 100 %</translation>
    </message>
    <message>
        <source>Share of the new revision over time</source>
        <translation>Parte da nova revisão ao longo do tempo</translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <source>Connecting</source>
        <translation>Conectando</translation>
    </message>
    <message>
        <source>Finishing</source>
        <translation>Terminando</translation>
    </message>
    <message>
        <source>Disconnected</source>
        <translation>Desconectado</translation>
    </message>
    <message>
        <source>Connected · %1 ms</source>
        <translation>Conectado · %1 ms</translation>
    </message>
    <message>
        <source>Time of the engine&apos;s last answer</source>
        <translation>Tempo da última resposta do motor</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problema</numerusform>
            <numerusform>%n problemas</numerusform>
        </translation>
    </message>
    <message>
        <source>Show what is wrong in the workspace&apos;s files</source>
        <translation>Mostrar o que há de errado nos arquivos do espaço de trabalho</translation>
    </message>
    <message>
        <source>Switch between local time and UTC</source>
        <translation>Alternar entre hora local e UTC</translation>
    </message>
    <message>
        <source>Batuta %1</source>
        <translation>Batuta %1</translation>
    </message>
    <message>
        <source>Switch between English and Portuguese</source>
        <translation>Alternar entre inglês e português</translation>
    </message>
    <message>
        <source>Disconnected, retrying</source>
        <translation>Desconectado, tentando de novo</translation>
    </message>
</context>
<context>
    <name>StepInspector</name>
    <message>
        <source>Request</source>
        <translation>Pedido</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>Resposta</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Cabeçalhos</translation>
    </message>
    <message>
        <source>Inspector of the step</source>
        <translation>Inspetor da etapa</translation>
    </message>
    <message>
        <source>Open the flow</source>
        <translation>Abrir o fluxo</translation>
    </message>
    <message>
        <source>Part of the call</source>
        <translation>Parte da chamada</translation>
    </message>
    <message>
        <source>Copy what is shown</source>
        <translation>Copiar o que é mostrado</translation>
    </message>
    <message>
        <source>Copy as cURL</source>
        <translation>Copiar como cURL</translation>
    </message>
    <message>
        <source>J / K next step</source>
        <translation>J / K próxima etapa</translation>
    </message>
    <message>
        <source>Parts of the step</source>
        <translation>Partes da etapa</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Entrada</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Saída</translation>
    </message>
    <message>
        <source>Attempts %1</source>
        <translation>Tentativas %1</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Tentativas</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Contexto</translation>
    </message>
    <message>
        <source>There is no recorded call.</source>
        <translation>Não há chamada registrada.</translation>
    </message>
    <message>
        <source>The run has no output.</source>
        <translation>A execução não tem saída.</translation>
    </message>
    <message>
        <source>The step has made no call.</source>
        <translation>A etapa não fez nenhuma chamada.</translation>
    </message>
    <message>
        <source>The call is under way.</source>
        <translation>A chamada está em andamento.</translation>
    </message>
    <message>
        <source>The record of the call is on its way.</source>
        <translation>O registro da chamada está a caminho.</translation>
    </message>
    <message>
        <source>No answer came.</source>
        <translation>Não houve resposta.</translation>
    </message>
    <message>
        <source>No answer came: %1.</source>
        <translation>Não houve resposta: %1.</translation>
    </message>
    <message>
        <source>The call was copied as cURL; secrets are variables of the shell.</source>
        <translation>A chamada foi copiada como cURL; os segredos são variáveis do shell.</translation>
    </message>
    <message>
        <source>Show those runs</source>
        <translation>Mostrar essas execuções</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Histórico</translation>
    </message>
</context>
<context>
    <name>StepListBox</name>
    <message>
        <source>Select the step %1</source>
        <translation>Selecionar a etapa %1</translation>
    </message>
</context>
<context>
    <name>StepPalette</name>
    <message>
        <source>Filter steps</source>
        <translation>Filtrar etapas</translation>
    </message>
    <message>
        <source>Steps that can be added</source>
        <translation>Etapas que podem ser adicionadas</translation>
    </message>
    <message>
        <source>Enter adds one after the selection.</source>
        <translation>Enter adiciona uma depois da seleção.</translation>
    </message>
    <message>
        <source>No step matches.</source>
        <translation>Nenhuma etapa corresponde.</translation>
    </message>
</context>
<context>
    <name>StepPicker</name>
    <message>
        <source>Add a step</source>
        <translation>Adicionar uma etapa</translation>
    </message>
    <message>
        <source>Type the kind of step</source>
        <translation>Digite o tipo da etapa</translation>
    </message>
    <message>
        <source>Kind of the step to add</source>
        <translation>Tipo da etapa a adicionar</translation>
    </message>
    <message>
        <source>Kinds of steps</source>
        <translation>Tipos de etapa</translation>
    </message>
</context>
<context>
    <name>TableDialog</name>
    <message>
        <source>Copy all</source>
        <translation>Copiar tudo</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
</context>
<context>
    <name>TestBench</name>
    <message>
        <source>The engine is not running</source>
        <translation>O motor não está no ar</translation>
    </message>
    <message>
        <source>A test is running</source>
        <translation>Um teste está em execução</translation>
    </message>
    <message>
        <source>There is no flow yet</source>
        <translation>Ainda não há fluxo</translation>
    </message>
    <message>
        <source>No step is selected</source>
        <translation>Nenhuma etapa está selecionada</translation>
    </message>
    <message>
        <source>The flow on the screen has no such step yet</source>
        <translation>O fluxo na tela ainda não tem essa etapa</translation>
    </message>
    <message>
        <source>No step is held</source>
        <translation>Nenhuma etapa está parada</translation>
    </message>
    <message>
        <source>It has given no output that could be pinned</source>
        <translation>Ela não deu saída que possa ser fixada</translation>
    </message>
    <message>
        <source>Too long to be pinned: at most 256 KiB a step and 1 MiB a flow</source>
        <translation>Grande demais para fixar: no máximo 256 KiB por etapa e 1 MiB por fluxo</translation>
    </message>
    <message>
        <source>Pinned: the step answers with this from now on</source>
        <translation>Fixada: de agora em diante a etapa responde isto</translation>
    </message>
</context>
<context>
    <name>TestDetail</name>
    <message>
        <source>Select a step to see what it gave</source>
        <translation>Selecione uma etapa para ver o que ela deu</translation>
    </message>
    <message>
        <source>Not run yet</source>
        <translation>Ainda não rodou</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 em %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>No output</source>
        <translation>Sem saída</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Desafixar</translation>
    </message>
    <message>
        <source>Pin this output</source>
        <translation>Fixar esta saída</translation>
    </message>
    <message>
        <source>Run this step</source>
        <translation>Executar esta etapa</translation>
    </message>
    <message>
        <source>Run up to here</source>
        <translation>Executar até aqui</translation>
    </message>
    <message>
        <source>Edit the pinned output</source>
        <translation>Editar a saída fixada</translation>
    </message>
    <message>
        <source>Inject a fault</source>
        <translation>Injetar uma falha</translation>
    </message>
    <message>
        <source>Breakpoint</source>
        <translation>Ponto de parada</translation>
    </message>
    <message>
        <source>Output of the step</source>
        <translation>Saída da etapa</translation>
    </message>
</context>
<context>
    <name>TestPane</name>
    <message>
        <source>No step is held</source>
        <translation>Nenhuma etapa está parada</translation>
    </message>
    <message>
        <source>No step is selected</source>
        <translation>Nenhuma etapa está selecionada</translation>
    </message>
    <message>
        <source>The step calls nothing, so no call of it can go wrong</source>
        <translation>A etapa não chama nada, então nenhuma chamada dela pode dar errado</translation>
    </message>
    <message>
        <source>Nothing has been tested yet</source>
        <translation>Nada foi testado ainda</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Iniciando</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Parando</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Em execução</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 em %2</translation>
    </message>
    <message>
        <source>%1, before the last change</source>
        <translation>%1, antes da última alteração</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Agora</translation>
    </message>
    <message>
        <source>Before the beginning</source>
        <translation>Antes do começo</translation>
    </message>
    <message>
        <source>%1 of %2: %3</source>
        <translation>%1 de %2: %3</translation>
    </message>
    <message>
        <source>Faults are injected</source>
        <translation>Há falhas injetadas</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) go wrong on purpose in the next test.</source>
        <translation>
            <numerusform>%n etapa dá errado de propósito no próximo teste.</numerusform>
            <numerusform>%n etapas dão errado de propósito no próximo teste.</numerusform>
        </translation>
    </message>
    <message>
        <source>The test that is shown went wrong on purpose; the next one does not.</source>
        <translation>O teste mostrado deu errado de propósito; o próximo não dará.</translation>
    </message>
    <message>
        <source>Held before %1</source>
        <translation>Parada antes de %1</translation>
    </message>
    <message numerus="yes">
        <source>Held before %1 and %n other(s)</source>
        <translation>
            <numerusform>Parada antes de %1 e de mais %n</numerusform>
            <numerusform>Parada antes de %1 e de mais %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Tests</source>
        <translation>Testes</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Executar</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Entrada</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Etapa</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Edit payload</source>
        <translation>Editar o payload</translation>
    </message>
    <message>
        <source>Clear the faults</source>
        <translation>Limpar as falhas</translation>
    </message>
    <message>
        <source>Back to now</source>
        <translation>Voltar ao agora</translation>
    </message>
    <message>
        <source>Steps of the test</source>
        <translation>Etapas do teste</translation>
    </message>
    <message>
        <source>Moment of the test</source>
        <translation>Momento do teste</translation>
    </message>
    <message>
        <source>The test did not start</source>
        <translation>O teste não começou</translation>
    </message>
    <message>
        <source>The engine refused it</source>
        <translation>O motor recusou</translation>
    </message>
</context>
<context>
    <name>TestStepsModel</name>
    <message>
        <source>Fault: %1</source>
        <translation>Falha: %1</translation>
    </message>
    <message>
        <source>injected</source>
        <translation>injetada</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Fixada</translation>
    </message>
    <message>
        <source>with earlier output</source>
        <translation>com saída anterior</translation>
    </message>
    <message>
        <source>Breakpoint</source>
        <translation>Ponto de parada</translation>
    </message>
    <message>
        <source>Breakpoint when %1</source>
        <translation>Ponto de parada quando %1</translation>
    </message>
    <message>
        <source>not run yet</source>
        <translation>ainda não rodou</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Etapa</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Duração</translation>
    </message>
    <message>
        <source>Set up for the test</source>
        <translation>Preparado para o teste</translation>
    </message>
</context>
<context>
    <name>TimeBrush</name>
    <message>
        <source>Overview of the whole time</source>
        <translation>Visão geral de todo o tempo</translation>
    </message>
    <message>
        <source>In view: from %1 to %2.</source>
        <translation>À vista: de %1 a %2.</translation>
    </message>
</context>
<context>
    <name>TimePanel</name>
    <message>
        <source>Go to time</source>
        <translation>Ir para um horário</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Ir</translation>
    </message>
    <message>
        <source>14:21:07, or 2026-11-21T14:21:07</source>
        <translation>14:21:07 ou 2026-11-21T14:21:07</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>All commands</source>
        <translation>Todos os comandos</translation>
    </message>
    <message>
        <source>Workspace %1</source>
        <translation>Espaço de trabalho %1</translation>
    </message>
    <message>
        <source>Environment of this engine</source>
        <translation>Ambiente deste motor</translation>
    </message>
</context>
<context>
    <name>TraceBar</name>
    <message>
        <source>Critical path</source>
        <translation>Caminho crítico</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Tentativas</translation>
    </message>
    <message>
        <source>Mini graph</source>
        <translation>Minigrafo</translation>
    </message>
    <message>
        <source>cursor</source>
        <translation>cursor</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
</context>
<context>
    <name>TraceCanvas</name>
    <message>
        <source>Step</source>
        <translation>Etapa</translation>
    </message>
    <message>
        <source>attempts, critical</source>
        <translation>tentativas, crítico</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>Grafo</translation>
    </message>
    <message>
        <source>Hide the graph</source>
        <translation>Ocultar o grafo</translation>
    </message>
</context>
<context>
    <name>TraceHeader</name>
    <message>
        <source>Runs</source>
        <translation>Execuções</translation>
    </message>
    <message>
        <source>Back to Runs</source>
        <translation>Voltar a Execuções</translation>
    </message>
    <message>
        <source>Copy as</source>
        <translation>Copiar como</translation>
    </message>
    <message>
        <source>Execution %1</source>
        <translation>Execução %1</translation>
    </message>
    <message>
        <source>Open the flow %1</source>
        <translation>Abrir o fluxo %1</translation>
    </message>
    <message>
        <source>More ways to run it again</source>
        <translation>Mais formas de executar de novo</translation>
    </message>
</context>
<context>
    <name>TracePage</name>
    <message>
        <source>No run is shown.</source>
        <translation>Nenhuma execução é mostrada.</translation>
    </message>
    <message>
        <source>The engine cannot be reached.</source>
        <translation>O motor está inacessível.</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>Executar de novo</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>The run has ended.</source>
        <translation>A execução terminou.</translation>
    </message>
    <message>
        <source>Cancel has been asked for.</source>
        <translation>O cancelamento já foi pedido.</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Copiado.</translation>
    </message>
    <message>
        <source>Copy the execution_id</source>
        <translation>Copiar o execution_id</translation>
    </message>
    <message>
        <source>Request as cURL</source>
        <translation>Pedido como cURL</translation>
    </message>
    <message>
        <source>Command batuta run</source>
        <translation>Comando batuta run</translation>
    </message>
    <message>
        <source>Input as JSON</source>
        <translation>Entrada em JSON</translation>
    </message>
    <message>
        <source>Read the run again</source>
        <translation>Ler a execução de novo</translation>
    </message>
    <message>
        <source>Go to Runs</source>
        <translation>Ir para Execuções</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Próxima etapa</translation>
    </message>
    <message>
        <source>Previous step</source>
        <translation>Etapa anterior</translation>
    </message>
    <message>
        <source>Next failure</source>
        <translation>Próxima falha</translation>
    </message>
    <message>
        <source>Previous failure</source>
        <translation>Falha anterior</translation>
    </message>
    <message>
        <source>Previous attempt</source>
        <translation>Tentativa anterior</translation>
    </message>
    <message>
        <source>Next attempt</source>
        <translation>Próxima tentativa</translation>
    </message>
    <message>
        <source>Go to the log lines</source>
        <translation>Ir para as linhas de log</translation>
    </message>
    <message>
        <source>Show or hide the critical path</source>
        <translation>Mostrar ou ocultar o caminho crítico</translation>
    </message>
    <message>
        <source>Show or hide attempts</source>
        <translation>Mostrar ou ocultar as tentativas</translation>
    </message>
    <message>
        <source>Show or hide the mini graph</source>
        <translation>Mostrar ou ocultar o minigrafo</translation>
    </message>
    <message>
        <source>Zoom out to the view before</source>
        <translation>Voltar ao zoom anterior</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Ampliar</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Reduzir</translation>
    </message>
    <message>
        <source>Show the whole time</source>
        <translation>Mostrar todo o tempo</translation>
    </message>
    <message>
        <source>Show or hide the inspector</source>
        <translation>Mostrar ou ocultar o inspetor</translation>
    </message>
    <message>
        <source>Show or hide the log lines</source>
        <translation>Mostrar ou ocultar as linhas de log</translation>
    </message>
    <message>
        <source>There is no other failure in this direction.</source>
        <translation>Não há outra falha nesta direção.</translation>
    </message>
    <message>
        <source>There is no other step in this direction.</source>
        <translation>Não há outra etapa nesta direção.</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Execução</translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>Execução %1</translation>
    </message>
    <message>
        <source>No run has this id.</source>
        <translation>Nenhuma execução tem este id.</translation>
    </message>
    <message>
        <source>%1 does not run now, and the history of this workspace does not have it.</source>
        <translation>%1 não está em execução, e o histórico deste espaço de trabalho não a contém.</translation>
    </message>
    <message>
        <source>Cancel was asked for at %1.</source>
        <translation>O cancelamento foi pedido às %1.</translation>
    </message>
    <message>
        <source>Steps under way are being stopped; the run is not over yet.</source>
        <translation>As etapas em andamento estão sendo paradas; a execução ainda não terminou.</translation>
    </message>
    <message>
        <source>The run was cancelled.</source>
        <translation>A execução foi cancelada.</translation>
    </message>
    <message>
        <source>The run ended by itself before that had an effect.</source>
        <translation>A execução terminou sozinha antes que isso tivesse efeito.</translation>
    </message>
    <message>
        <source>The run is not over yet.</source>
        <translation>A execução ainda não terminou.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>The run is paused.</source>
        <translation>A execução está pausada.</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Retomar</translation>
    </message>
    <message>
        <source>The run is not paused.</source>
        <translation>A execução não está pausada.</translation>
    </message>
    <message>
        <source>What the cancel came to</source>
        <translation>No que deu o cancelamento</translation>
    </message>
    <message>
        <source>Nobody cancelled it.</source>
        <translation>Ninguém a cancelou.</translation>
    </message>
    <message>
        <source>The selected step asks nothing.</source>
        <translation>A etapa selecionada não pede nada.</translation>
    </message>
    <message>
        <source>Approve the selected step</source>
        <translation>Aprovar a etapa selecionada</translation>
    </message>
    <message>
        <source>Reject the selected step</source>
        <translation>Rejeitar a etapa selecionada</translation>
    </message>
    <message>
        <source>Re-run from failed step</source>
        <translation>Executar de novo a partir da etapa que falhou</translation>
    </message>
    <message>
        <source>No step failed: run it again from a step, or whole.</source>
        <translation>Nenhuma etapa falhou: execute de novo a partir de uma etapa, ou por inteiro.</translation>
    </message>
    <message>
        <source>Re-run from the selected step, with edits</source>
        <translation>Executar de novo a partir da etapa selecionada, com edições</translation>
    </message>
    <message>
        <source>Select a step first.</source>
        <translation>Selecione uma etapa primeiro.</translation>
    </message>
    <message>
        <source>Steps of finally run by themselves at the end.</source>
        <translation>As etapas de finally rodam sozinhas no final.</translation>
    </message>
    <message>
        <source>Open the run of the sub-flow</source>
        <translation>Abrir a execução do subfluxo</translation>
    </message>
    <message>
        <source>The selected step has started no sub-flow.</source>
        <translation>A etapa selecionada não iniciou nenhum subfluxo.</translation>
    </message>
    <message>
        <source>Open the parent run</source>
        <translation>Abrir a execução pai</translation>
    </message>
    <message>
        <source>No other run started this one.</source>
        <translation>Nenhuma outra execução iniciou esta.</translation>
    </message>
    <message>
        <source>Open in Logs</source>
        <translation>Abrir em Logs</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparar</translation>
    </message>
    <message>
        <source>No further step starts until it is resumed.</source>
        <translation>Nenhuma outra etapa começa até ela ser retomada.</translation>
    </message>
    <message>
        <source>The run goes on.</source>
        <translation>A execução continua.</translation>
    </message>
    <message>
        <source>How this step went in other runs</source>
        <translation>Como esta etapa foi em outras execuções</translation>
    </message>
    <message>
        <source>Find in the payload</source>
        <translation>Localizar no payload</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>Recibos</translation>
    </message>
    <message>
        <source>Step through the record</source>
        <translation>Percorrer o registro passo a passo</translation>
    </message>
    <message>
        <source>One moment back</source>
        <translation>Um momento para trás</translation>
    </message>
    <message>
        <source>One moment forward</source>
        <translation>Um momento para a frente</translation>
    </message>
    <message>
        <source>Back to the end of the record</source>
        <translation>Voltar ao fim do registro</translation>
    </message>
    <message>
        <source>The whole record is shown.</source>
        <translation>O registro inteiro está sendo mostrado.</translation>
    </message>
    <message>
        <source>Show the runs that failed like this one</source>
        <translation>Mostrar as execuções que falharam como esta</translation>
    </message>
    <message>
        <source>The run did not fail.</source>
        <translation>A execução não falhou.</translation>
    </message>
    <message>
        <source>Export as a capsule…</source>
        <translation>Exportar como cápsula…</translation>
    </message>
    <message>
        <source>Export as a capsule</source>
        <translation>Exportar como cápsula</translation>
    </message>
    <message>
        <source>The capsule was written to %1.</source>
        <translation>A cápsula foi gravada em %1.</translation>
    </message>
    <message>
        <source>Open in Cloud Logging</source>
        <translation>Abrir no Cloud Logging</translation>
    </message>
    <message>
        <source>The environment of the run does not run in a cloud.</source>
        <translation>O ambiente da execução não roda numa nuvem.</translation>
    </message>
</context>
<context>
    <name>TraceText</name>
    <message>
        <source>The body is not text: %1 are not shown.</source>
        <translation>O corpo não é texto: %1 não são mostrados.</translation>
    </message>
    <message>
        <source>The body is cut: the record keeps %1 of %2.</source>
        <translation>O corpo está cortado: o registro guarda %1 de %2.</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Duração</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Tentativas</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>Last result</source>
        <translation>Último resultado</translation>
    </message>
    <message>
        <source>Share of run</source>
        <translation>Parte do total</translation>
    </message>
    <message>
        <source>Waited</source>
        <translation>Espera</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>On failure</source>
        <translation>Se falhar</translation>
    </message>
    <message>
        <source>Critical path</source>
        <translation>Caminho crítico</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Etapas</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Ambiente</translation>
    </message>
    <message>
        <source>Trigger</source>
        <translation>Disparo</translation>
    </message>
    <message>
        <source>Route rule</source>
        <translation>Regra de rota</translation>
    </message>
    <message>
        <source>Flow version</source>
        <translation>Versão do fluxo</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Início</translation>
    </message>
    <message>
        <source>Parent run</source>
        <translation>Execução pai</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 m</translation>
    </message>
    <message>
        <source>%1 m %2 s</source>
        <translation>%1 m %2 s</translation>
    </message>
    <message numerus="yes">
        <source>%n attempt(s) failed; the last one with: %1.</source>
        <translation>
            <numerusform>%n tentativa falhou; a última com: %1.</numerusform>
            <numerusform>%n tentativas falharam; a última com: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>The step failed, and its record gives no reason.</source>
        <translation>A etapa falhou, e o registro não diz o motivo.</translation>
    </message>
    <message>
        <source>The step failed: %1.</source>
        <translation>A etapa falhou: %1.</translation>
    </message>
    <message>
        <source>The flow went on: on_failure is continue.</source>
        <translation>O fluxo continuou: on_failure é continue.</translation>
    </message>
    <message>
        <source>The flow was aborted: on_failure is abort.</source>
        <translation>O fluxo foi interrompido: on_failure é abort.</translation>
    </message>
    <message>
        <source>The steps that need it were skipped.</source>
        <translation>As etapas que dependem dela foram ignoradas.</translation>
    </message>
    <message>
        <source>starts at %1</source>
        <translation>começa em %1</translation>
    </message>
    <message>
        <source>lasts %1</source>
        <translation>dura %1</translation>
    </message>
    <message numerus="yes">
        <source>%n attempt(s)</source>
        <translation>
            <numerusform>%n tentativa</numerusform>
            <numerusform>%n tentativas</numerusform>
        </translation>
    </message>
    <message>
        <source>on critical path</source>
        <translation>no caminho crítico</translation>
    </message>
    <message>
        <source>attempt %1</source>
        <translation>tentativa %1</translation>
    </message>
    <message>
        <source>after a wait of %1</source>
        <translation>após uma espera de %1</translation>
    </message>
    <message>
        <source>%1 seconds</source>
        <translation>%1 segundos</translation>
    </message>
    <message>
        <source>%1 then %2</source>
        <translation>%1, depois %2</translation>
    </message>
    <message>
        <source>The step was skipped, and its record gives no reason.</source>
        <translation>A etapa foi ignorada, e o registro não diz o motivo.</translation>
    </message>
    <message>
        <source>The step did not run. %1.</source>
        <translation>A etapa não foi executada. %1.</translation>
    </message>
    <message>
        <source>The step was running when the execution was cancelled.</source>
        <translation>A etapa estava em execução quando a execução foi cancelada.</translation>
    </message>
    <message>
        <source>The execution was cancelled before the step began.</source>
        <translation>A execução foi cancelada antes de a etapa começar.</translation>
    </message>
    <message>
        <source>Attempt %1 ended with %2. The next one follows after a wait.</source>
        <translation>A tentativa %1 terminou com %2. A próxima vem após uma espera.</translation>
    </message>
    <message>
        <source>It ended well at attempt %1. The one before ended with %2.</source>
        <translation>Terminou bem na tentativa %1. A anterior terminou com %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) had ended before.</source>
        <translation>
            <numerusform>%n etapa tinha terminado antes.</numerusform>
            <numerusform>%n etapas tinham terminado antes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n running step(s) were stopped.</source>
        <translation>
            <numerusform>%n etapa em execução foi parada.</numerusform>
            <numerusform>%n etapas em execução foram paradas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) never started.</source>
        <translation>
            <numerusform>%n etapa não chegou a começar.</numerusform>
            <numerusform>%n etapas não chegaram a começar.</numerusform>
        </translation>
    </message>
    <message>
        <source>The connection was already open.</source>
        <translation>A conexão já estava aberta.</translation>
    </message>
    <message>
        <source>Run of %1, %2, lasts %3</source>
        <translation>Execução de %1, %2, dura %3</translation>
    </message>
    <message numerus="yes">
        <source>Group %1, %2, %n step(s), lasts %3</source>
        <translation>
            <numerusform>Grupo %1, %2, %n etapa, dura %3</numerusform>
            <numerusform>Grupo %1, %2, %n etapas, dura %3</numerusform>
        </translation>
    </message>
    <message>
        <source>backoff %1</source>
        <translation>espera %1</translation>
    </message>
    <message>
        <source>%1 ok</source>
        <translation>ok: %1</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>com falha: %1</translation>
    </message>
    <message>
        <source>%1 skipped</source>
        <translation>ignoradas: %1</translation>
    </message>
    <message>
        <source>%1 cancelled</source>
        <translation>canceladas: %1</translation>
    </message>
    <message>
        <source>%1 running</source>
        <translation>em execução: %1</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>aguardando: %1</translation>
    </message>
    <message>
        <source>%1 queued</source>
        <translation>na fila: %1</translation>
    </message>
    <message>
        <source>Wait for a connection: %1</source>
        <translation>Espera por uma conexão: %1</translation>
    </message>
    <message>
        <source>Name lookup (DNS): %1</source>
        <translation>Busca do nome (DNS): %1</translation>
    </message>
    <message>
        <source>Connect: %1</source>
        <translation>Conexão: %1</translation>
    </message>
    <message>
        <source>TLS: %1</source>
        <translation>TLS: %1</translation>
    </message>
    <message>
        <source>First byte: %1</source>
        <translation>Primeiro byte: %1</translation>
    </message>
    <message>
        <source>Transfer: %1</source>
        <translation>Recepção: %1</translation>
    </message>
    <message>
        <source>v%1 · %2</source>
        <comment>number and hash</comment>
        <translation>v%1 · %2</translation>
    </message>
    <message>
        <source>The run begins.</source>
        <translation>A execução começa.</translation>
    </message>
    <message>
        <source>%1: attempt %2 begins.</source>
        <translation>%1: a tentativa %2 começa.</translation>
    </message>
    <message>
        <source>%1: attempt %2 ends with %3.</source>
        <translation>%1: a tentativa %2 termina com %3.</translation>
    </message>
    <message>
        <source>%1 is over: %2.</source>
        <translation>%1 terminou: %2.</translation>
    </message>
    <message>
        <source>%1 does not run.</source>
        <translation>%1 não é executada.</translation>
    </message>
    <message>
        <source>The run ends: %1.</source>
        <translation>A execução termina: %1.</translation>
    </message>
    <message>
        <source>asked, no answer yet</source>
        <translation>pedido feito, ainda sem resposta</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>parada</translation>
    </message>
    <message>
        <source>no longer waited for; what the call does is not known</source>
        <translation>não se espera mais por ela; não se sabe o que a chamada faz</translation>
    </message>
    <message>
        <source>came to its end before it could be stopped</source>
        <translation>chegou ao fim antes de poder ser parada</translation>
    </message>
    <message>
        <source>had succeeded, and was undone</source>
        <translation>tinha dado certo e foi desfeita</translation>
    </message>
    <message>
        <source>had succeeded, and its effects stay</source>
        <translation>tinha dado certo, e seus efeitos ficam</translation>
    </message>
    <message>
        <source> at %1</source>
        <comment>host</comment>
        <translation> em %1</translation>
    </message>
    <message>
        <source>Every attempt got %1.</source>
        <translation>Todas as tentativas receberam %1.</translation>
    </message>
    <message>
        <source>Every attempt got %1 from %2.</source>
        <translation>Todas as tentativas receberam %1 de %2.</translation>
    </message>
    <message>
        <source>The call got %1.</source>
        <translation>A chamada recebeu %1.</translation>
    </message>
    <message>
        <source>The call got %1 from %2.</source>
        <translation>A chamada recebeu %1 de %2.</translation>
    </message>
    <message>
        <source>item %1, attempt %2</source>
        <translation>item %1, tentativa %2</translation>
    </message>
    <message>
        <source>item %1</source>
        <translation>item %1</translation>
    </message>
    <message>
        <source>No other run that is kept failed in this step.</source>
        <translation>Nenhuma outra execução guardada falhou nesta etapa.</translation>
    </message>
    <message numerus="yes">
        <source>%n other run(s) failed in this step since %1.</source>
        <translation>
            <numerusform>%n outra execução falhou nesta etapa desde %1.</numerusform>
            <numerusform>%n outras execuções falharam nesta etapa desde %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only the newest %n run(s) of the flow were looked at.</source>
        <translation>
            <numerusform>Só a %n execução mais nova do fluxo foi examinada.</numerusform>
            <numerusform>Só as %n execuções mais novas do fluxo foram examinadas.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TraceTree</name>
    <message>
        <source>Steps of the run</source>
        <translation>Etapas da execução</translation>
    </message>
</context>
<context>
    <name>TrafficBar</name>
    <message>
        <source>%1 %2 %</source>
        <comment>a revision and its share</comment>
        <translation>%1 %2 %</translation>
    </message>
    <message>
        <source>Traffic, not applied: %1</source>
        <translation>Tráfego, não aplicado: %1</translation>
    </message>
    <message>
        <source>Traffic: %1</source>
        <translation>Tráfego: %1</translation>
    </message>
    <message>
        <source>Drag the divider, or use Left and Right: 5 % steps, with Shift 1 %</source>
        <translation>Arraste o divisor, ou use Esquerda e Direita: passos de 5 %, com Shift 1 %</translation>
    </message>
    <message>
        <source>All of the traffic goes to one revision. T gives the selected revision a share.</source>
        <translation>Todo o tráfego vai para uma revisão. T dá uma parte à revisão selecionada.</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>a share of the traffic</comment>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>UnappliedDialog</name>
    <message numerus="yes">
        <source>%n change(s) of env files not applied</source>
        <translation>
            <numerusform>%n alteração de arquivos env não aplicada</numerusform>
            <numerusform>%n alterações de arquivos env não aplicadas</numerusform>
        </translation>
    </message>
    <message>
        <source>No file has them yet. Kept, they are here again the next time, for you alone: values are sealed.</source>
        <translation>Nenhum arquivo as tem ainda. Guardadas, estarão aqui na próxima vez, só para você: os valores são selados.</translation>
    </message>
    <message>
        <source>Keep the window open</source>
        <translation>Manter a janela aberta</translation>
    </message>
    <message>
        <source>Discard and close</source>
        <translation>Descartar e fechar</translation>
    </message>
    <message>
        <source>Keep and close</source>
        <translation>Guardar e fechar</translation>
    </message>
</context>
<context>
    <name>UnreachableStrip</name>
    <message>
        <source>Engine unreachable</source>
        <translation>Motor inacessível</translation>
    </message>
    <message>
        <source>Showing data from %1, %2 old. %3</source>
        <translation>Dados de %1, de %2 atrás. %3</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalhes</translation>
    </message>
    <message>
        <source>Attempt %1, asking now</source>
        <translation>Tentativa %1, perguntando agora</translation>
    </message>
    <message>
        <source>Attempt %1, next in %2 s</source>
        <translation>Tentativa %1, próxima em %2 s</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
</context>
<context>
    <name>ValuePanel</name>
    <message>
        <source>Value in A</source>
        <translation>Valor em A</translation>
    </message>
    <message>
        <source>Value in B</source>
        <translation>Valor em B</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
</context>
<context>
    <name>VersionRows</name>
    <message>
        <source>%1, runs now</source>
        <translation>%1, em uso</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n execução</numerusform>
            <numerusform>%n execuções</numerusform>
        </translation>
    </message>
    <message>
        <source>runs now</source>
        <translation>em uso</translation>
    </message>
</context>
<context>
    <name>VersionsDesk</name>
    <message>
        <source>%1 is published. The engine did not take it: %2</source>
        <translation>%1 está publicada. O motor não a aceitou: %2</translation>
    </message>
    <message>
        <source>%1 is published and runs from now on</source>
        <translation>%1 está publicada e roda de agora em diante</translation>
    </message>
    <message>
        <source>Restore %1</source>
        <translation>Restaurar %1</translation>
    </message>
    <message>
        <source>The draft is %1 now. Undo brings back what it was.</source>
        <translation>O rascunho agora é %1. Desfazer traz de volta o que era.</translation>
    </message>
    <message>
        <source>Another window edits this draft.</source>
        <translation>Outra janela edita este rascunho.</translation>
    </message>
</context>
<context>
    <name>VersionsPanel</name>
    <message>
        <source>Versions</source>
        <translation>Versões</translation>
    </message>
    <message>
        <source>Versions of %1</source>
        <translation>Versões de %1</translation>
    </message>
    <message>
        <source>Versions of %1, newest first</source>
        <translation>Versões de %1, a mais nova primeiro</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
    <message>
        <source>Compare with draft</source>
        <translation>Comparar com o rascunho</translation>
    </message>
    <message>
        <source>With the one before</source>
        <translation>Com a anterior</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurar</translation>
    </message>
    <message>
        <source>The draft becomes this version. Undo brings the draft back; nothing is published.</source>
        <translation>O rascunho passa a ser esta versão. Desfazer traz o rascunho de volta; nada é publicado.</translation>
    </message>
    <message>
        <source>Copy its YAML</source>
        <translation>Copiar o YAML</translation>
    </message>
    <message>
        <source>Adopt</source>
        <translation>Adotar</translation>
    </message>
    <message>
        <source>The file&apos;s text becomes a version of yours.</source>
        <translation>O texto do arquivo passa a ser uma versão sua.</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparar</translation>
    </message>
    <message>
        <source>File changed outside</source>
        <translation>Arquivo alterado por fora</translation>
    </message>
    <message>
        <source>Its text was never published.</source>
        <translation>O texto dele nunca foi publicado.</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) of the list cannot be read</source>
        <translation>
            <numerusform>%n linha da lista não pode ser lida</numerusform>
            <numerusform>%n linhas da lista não podem ser lidas</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied %1</source>
        <translation>%1 copiada</translation>
    </message>
    <message>
        <source>The file is no version yet</source>
        <translation>O arquivo ainda não é uma versão</translation>
    </message>
    <message>
        <source>Publishing keeps it.</source>
        <translation>Publicar a mantém.</translation>
    </message>
    <message>
        <source>Nothing was published yet.</source>
        <translation>Nada foi publicado ainda.</translation>
    </message>
</context>
<context>
    <name>Views</name>
    <message>
        <source>Flows</source>
        <translation>Fluxos</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Execuções</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Execução</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Boas-vindas</translation>
    </message>
    <message>
        <source>Flow editor</source>
        <translation>Editor de fluxo</translation>
    </message>
    <message>
        <source>Routes</source>
        <translation>Rotas</translation>
    </message>
    <message>
        <source>Failures</source>
        <translation>Falhas</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparar</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Logs</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Métricas</translation>
    </message>
    <message>
        <source>Environments</source>
        <translation>Ambientes</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Visão geral</translation>
    </message>
    <message>
        <source>Releases</source>
        <translation>Versões</translation>
    </message>
</context>
<context>
    <name>WatchDialog</name>
    <message>
        <source>The budget is saved.</source>
        <translation>O orçamento foi salvo.</translation>
    </message>
    <message>
        <source>The alert is saved.</source>
        <translation>O alerta foi salvo.</translation>
    </message>
    <message>
        <source>Alerts and budget</source>
        <translation>Alertas e orçamento</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Erros</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Duração</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>Orçamento</translation>
    </message>
    <message>
        <source>What is watched</source>
        <translation>O que é observado</translation>
    </message>
    <message>
        <source>What is sent</source>
        <translation>O que é enviado</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
    <message>
        <source>Esc</source>
        <comment>the key</comment>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Salvar</translation>
    </message>
    <message>
        <source>Tell when the forecast reaches 100 %, too</source>
        <translation>Avisar também quando a previsão chega a 100 %</translation>
    </message>
    <message>
        <source>The alert is on</source>
        <translation>O alerta está ligado</translation>
    </message>
    <message>
        <source>Who is told</source>
        <translation>Quem é avisado</translation>
    </message>
    <message>
        <source>Reason, kept in the audit trail</source>
        <translation>Motivo, guardado na trilha de auditoria</translation>
    </message>
    <message>
        <source>Above so many percent of the requests answered with 5xx</source>
        <translation>Acima de tantos por cento das requisições respondidas com 5xx</translation>
    </message>
    <message>
        <source>Above so many milliseconds for 95 of 100 requests</source>
        <translation>Acima de tantos milissegundos em 95 de 100 requisições</translation>
    </message>
    <message>
        <source>For so many minutes</source>
        <translation>Por tantos minutos</translation>
    </message>
    <message>
        <source>Amount of a month, in the currency of the billing account</source>
        <translation>Valor de um mês, na moeda da conta de faturamento</translation>
    </message>
    <message>
        <source>Tell at so many percent of it</source>
        <translation>Avisar a tantos por cento dele</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a channel and its type</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>The project has no notification channel: the alert only shows in Monitoring.</source>
        <translation>O projeto não tem canal de notificação: o alerta só aparece no Monitoring.</translation>
    </message>
    <message>
        <source>It is being saved.</source>
        <translation>Está sendo salvo.</translation>
    </message>
    <message>
        <source>It has not been read yet.</source>
        <translation>Ainda não foi lido.</translation>
    </message>
    <message>
        <source>batuta.yaml names no billing_account for this environment.</source>
        <translation>O batuta.yaml não nomeia billing_account para este ambiente.</translation>
    </message>
    <message>
        <source>Write an amount, like 100 or 100.75.</source>
        <translation>Escreva um valor, como 100 ou 100,75.</translation>
    </message>
    <message>
        <source>Write percents, like 50, 90, 100.</source>
        <translation>Escreva porcentagens, como 50, 90, 100.</translation>
    </message>
    <message>
        <source>Write 0 to 1,410 minutes.</source>
        <translation>Escreva de 0 a 1.410 minutos.</translation>
    </message>
    <message>
        <source>Write more than 0 and at most 100 percent.</source>
        <translation>Escreva mais que 0 e no máximo 100 por cento.</translation>
    </message>
    <message>
        <source>Write 1 to 3,600,000 milliseconds.</source>
        <translation>Escreva de 1 a 3.600.000 milissegundos.</translation>
    </message>
    <message numerus="yes">
        <source>The reason needs %n more character(s).</source>
        <translation>
            <numerusform>O motivo precisa de mais %n caractere.</numerusform>
            <numerusform>O motivo precisa de mais %n caracteres.</numerusform>
        </translation>
    </message>
    <message>
        <source>The project has this budget. It only tells; it stops nothing.</source>
        <translation>O projeto tem este orçamento. Ele só avisa; não para nada.</translation>
    </message>
    <message>
        <source>The project has no budget. It only tells; it stops nothing.</source>
        <translation>O projeto não tem orçamento. Ele só avisa; não para nada.</translation>
    </message>
    <message>
        <source>There is this alert on the service.</source>
        <translation>Há este alerta no serviço.</translation>
    </message>
    <message>
        <source>There is no such alert on the service yet; this one is ready to be saved.</source>
        <translation>Ainda não há tal alerta no serviço; este está pronto para ser salvo.</translation>
    </message>
    <message>
        <source> (off)</source>
        <translation> (desligado)</translation>
    </message>
    <message>
        <source>Other alerts of the project: %1</source>
        <translation>Outros alertas do projeto: %1</translation>
    </message>
</context>
<context>
    <name>WaterfallView</name>
    <message>
        <source>Waterfall</source>
        <translation>Cascata</translation>
    </message>
    <message>
        <source>Bars over time for the rows of the list of steps, which says the same in words.</source>
        <translation>Barras no tempo para as linhas da lista de etapas, que diz o mesmo em palavras.</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Welcome</source>
        <translation>Boas-vindas</translation>
    </message>
    <message>
        <source>Welcome to Batuta</source>
        <translation>Boas-vindas ao Batuta</translation>
    </message>
    <message>
        <source>Run flows, watch them live, trace every step.</source>
        <translation>Executar fluxos, acompanhar ao vivo, rastrear cada etapa.</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Motor</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>Espaço de trabalho</translation>
    </message>
    <message>
        <source>Functions</source>
        <translation>Funções</translation>
    </message>
    <message>
        <source>Start from a flow</source>
        <translation>Começar por um fluxo</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Teclado</translation>
    </message>
    <message>
        <source>The engine %1 runs inside this window, with a history of its own.</source>
        <translation>O motor %1 roda dentro desta janela, com um histórico próprio.</translation>
    </message>
    <message>
        <source>The engine is starting.</source>
        <translation>O motor está iniciando.</translation>
    </message>
    <message numerus="yes">
        <source>%n flow(s) in %1. Batuta follows this folder and never rewrites what it does not understand.</source>
        <translation>
            <numerusform>%n fluxo em %1. O Batuta acompanha esta pasta e nunca reescreve o que não entende.</numerusform>
            <numerusform>%n fluxos em %1. O Batuta acompanha esta pasta e nunca reescreve o que não entende.</numerusform>
        </translation>
    </message>
    <message>
        <source>The sandbox plays the ten ML functions on this computer: flows run without a cloud account. It ends with this window.</source>
        <translation>O sandbox faz as vezes das dez funções de ML neste computador: os fluxos rodam sem conta na nuvem. Ele termina com esta janela.</translation>
    </message>
    <message>
        <source>Flows call the functions whose addresses stand in this workspace&apos;s .env.</source>
        <translation>Os fluxos chamam as funções cujos endereços estão no .env deste espaço de trabalho.</translation>
    </message>
    <message>
        <source>they run against the sandbox</source>
        <translation>rodam com o sandbox</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n etapa</numerusform>
            <numerusform>%n etapas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WindowStrip</name>
    <message>
        <source>%1 to %2: %3 requests, %4 with 5xx</source>
        <translation>%1 a %2: %3 requisições, %4 com 5xx</translation>
    </message>
    <message>
        <source>now</source>
        <translation>agora</translation>
    </message>
    <message>
        <source>When %1 took requests in the last day</source>
        <translation>Quando %1 atendeu requisições no último dia</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nunca</translation>
    </message>
    <message>
        <source>%1 took requests in the last day</source>
        <comment>a revision</comment>
        <translation>%1 atendeu requisições no último dia</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Queued</source>
        <translation>Na fila</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Em execução</translation>
    </message>
    <message>
        <source>Success</source>
        <translation>Sucesso</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Falhou</translation>
    </message>
    <message>
        <source>Critical error</source>
        <translation>Erro crítico</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Ignorado</translation>
    </message>
    <message>
        <source>Not run</source>
        <translation>Não executada</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelado</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Interrompida</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Aguardando</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>É executada</translation>
    </message>
    <message>
        <source>Is skipped</source>
        <translation>É ignorada</translation>
    </message>
    <message>
        <source>Is left out</source>
        <translation>Fica de fora</translation>
    </message>
    <message>
        <source>Depends on results</source>
        <translation>Depende de resultados</translation>
    </message>
    <message>
        <source>HTTP</source>
        <translation>HTTP</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Definir</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>Esperar</translation>
    </message>
    <message>
        <source>Sub-flow</source>
        <translation>Subfluxo</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Verificar</translation>
    </message>
    <message>
        <source>Other flows</source>
        <translation>Outros fluxos</translation>
    </message>
    <message>
        <source>%1 m %2 s</source>
        <translation>%1 m %2 s</translation>
    </message>
    <message>
        <source>%1 h %2 m</source>
        <translation>%1 h %2 m</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Retido</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausado</translation>
    </message>
    <message>
        <source>jq</source>
        <translation>jq</translation>
    </message>
    <message>
        <source>Slack</source>
        <translation>Slack</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>Processo</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>Aprovação</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>Aviso</translation>
    </message>
    <message>
        <source>Webhook</source>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>The engine cannot be reached.</source>
        <translation>Não foi possível alcançar o motor.</translation>
    </message>
    <message>
        <source>A capsule is only read.</source>
        <translation>Uma cápsula é só para leitura.</translation>
    </message>
    <message>
        <source>Cloud Run</source>
        <translation>Cloud Run</translation>
    </message>
</context>
<context>
    <name>YamlBox</name>
    <message>
        <source>YAML</source>
        <translation>YAML</translation>
    </message>
    <message>
        <source>This cannot be read.</source>
        <translation>Isto não pode ser lido.</translation>
    </message>
    <message>
        <source>Line %1 cannot be read: %2</source>
        <translation>A linha %1 não pode ser lida: %2</translation>
    </message>
</context>
<context>
    <name>YamlEdit</name>
    <message>
        <source>YAML of the flow</source>
        <translation>YAML do fluxo</translation>
    </message>
    <message>
        <source>Typing</source>
        <translation>Digitação</translation>
    </message>
</context>
<context>
    <name>YamlPane</name>
    <message>
        <source>YAML</source>
        <translation>YAML</translation>
    </message>
    <message>
        <source>Ln %1, Col %2</source>
        <translation>Lin %1, Col %2</translation>
    </message>
</context>
<context>
    <name>ZoomBar</name>
    <message>
        <source>Zoom, %1</source>
        <translation>Zoom, %1</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Afastar</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Aproximar</translation>
    </message>
    <message>
        <source>Fit the whole graph</source>
        <translation>Ajustar o grafo inteiro</translation>
    </message>
    <message>
        <source>Zoom to 100 %</source>
        <translation>Zoom de 100 %</translation>
    </message>
</context>
<context>
    <name>batuta::views::ConnectRules</name>
    <message>
        <source>Start and end follow from what the steps need</source>
        <translation>Início e fim decorrem do que as etapas precisam</translation>
    </message>
    <message>
        <source>A step cannot need itself</source>
        <translation>Uma etapa não pode depender de si mesma</translation>
    </message>
    <message>
        <source>Steps of finally run after all others anyway</source>
        <translation>As etapas de finally já rodam depois de todas as outras</translation>
    </message>
    <message>
        <source>%1 needs %2 already</source>
        <translation>%1 já depende de %2</translation>
    </message>
    <message>
        <source>That would close a circle: %1</source>
        <translation>Isso fecharia um círculo: %1</translation>
    </message>
</context>
<context>
    <name>batuta::views::FlowGraph</name>
    <message>
        <source>unless %1</source>
        <translation>exceto se %1</translation>
    </message>
    <message>
        <source>unless %1, and more</source>
        <translation>exceto se %1, e mais</translation>
    </message>
    <message>
        <source>%1, %2 step, id %3</source>
        <translation>%1, etapa %2, id %3</translation>
    </message>
    <message>
        <source>selected</source>
        <comment>a step of the graph</comment>
        <translation>selecionada</translation>
    </message>
    <message>
        <source>From %1</source>
        <comment>steps that come before</comment>
        <translation>De %1</translation>
    </message>
    <message>
        <source>To %1</source>
        <comment>steps that come after</comment>
        <translation>Para %1</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n erro</numerusform>
            <numerusform>%n erros</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n aviso</numerusform>
            <numerusform>%n avisos</numerusform>
        </translation>
    </message>
    <message>
        <source>edited</source>
        <translation>editada</translation>
    </message>
    <message>
        <source>breakpoint</source>
        <translation>ponto de parada</translation>
    </message>
    <message>
        <source>pinned data</source>
        <translation>dados fixados</translation>
    </message>
    <message>
        <source>fault: %1</source>
        <translation>falha: %1</translation>
    </message>
</context>
<context>
    <name>batuta::views::FlowInspector</name>
    <message>
        <source>body</source>
        <translation>corpo</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Chamada</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Método</translation>
    </message>
    <message>
        <source>Connects within</source>
        <translation>Conecta em até</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>Entradas</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Consulta</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Cabeçalhos</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Valores</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>Espera</translation>
    </message>
    <message>
        <source>for</source>
        <translation>por</translation>
    </message>
    <message>
        <source>until</source>
        <translation>até</translation>
    </message>
    <message>
        <source>Sub-flow</source>
        <translation>Subfluxo</translation>
    </message>
    <message>
        <source>Flow</source>
        <translation>Fluxo</translation>
    </message>
    <message>
        <source>Log line</source>
        <translation>Linha de log</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Nível</translation>
    </message>
    <message>
        <source>Gates</source>
        <translation>Critérios</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Stop the run</source>
        <translation>Parar a execução</translation>
    </message>
    <message>
        <source>Skip what needs it</source>
        <translation>Ignorar o que depende dela</translation>
    </message>
    <message>
        <source>no connection</source>
        <translation>sem conexão</translation>
    </message>
    <message>
        <source>timeout</source>
        <translation>tempo esgotado</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Política</translation>
    </message>
    <message>
        <source>Timeout</source>
        <translation>Tempo limite</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Nenhum</translation>
    </message>
    <message>
        <source>On failure</source>
        <translation>Se falhar</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Tentativas</translation>
    </message>
    <message>
        <source>1, no retry</source>
        <translation>1, sem nova tentativa</translation>
    </message>
    <message>
        <source>First wait</source>
        <translation>1ª espera</translation>
    </message>
    <message>
        <source>Grows by</source>
        <translation>Fator</translation>
    </message>
    <message>
        <source>Longest wait</source>
        <translation>Maior espera</translation>
    </message>
    <message>
        <source>Jitter</source>
        <translation>Variação</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>None</source>
        <comment>jitter</comment>
        <translation>Nenhuma</translation>
    </message>
    <message>
        <source>Retried on</source>
        <translation>Tenta de novo</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>Condições</translation>
    </message>
    <message>
        <source>runs if</source>
        <translation>executa se</translation>
    </message>
    <message>
        <source>skipped if</source>
        <translation>ignorada se</translation>
    </message>
    <message>
        <source>The reason given is: %1</source>
        <translation>O motivo dado é: %1</translation>
    </message>
    <message>
        <source>needs key</source>
        <translation>exige a chave</translation>
    </message>
    <message>
        <source>The step is skipped when the environment does not have it.</source>
        <translation>A etapa é ignorada quando o ambiente não a tem.</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Entrada</translation>
    </message>
    <message>
        <source>required</source>
        <translation>obrigatório</translation>
    </message>
    <message>
        <source>secret</source>
        <translation>segredo</translation>
    </message>
    <message>
        <source>Runs after all other steps, whatever happened.</source>
        <translation>Executa depois de todas as outras etapas, aconteça o que acontecer.</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>Depende de</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>Prazo</translation>
    </message>
    <message>
        <source>Steps at once</source>
        <translation>Etapas por vez</translation>
    </message>
    <message>
        <source>Repeated requests</source>
        <translation>Pedidos repetidos</translation>
    </message>
    <message>
        <source>Within</source>
        <translation>Dentro de</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>O que acontece</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Recusado</translation>
    </message>
    <message>
        <source>Logged, runs all the same</source>
        <translation>Registrado, executa assim mesmo</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Saída</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Comando</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>Aprovação</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Papel</translation>
    </message>
    <message>
        <source>Expires after</source>
        <translation>Expira após</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Mensagem</translation>
    </message>
    <message>
        <source>Answered with the run that is there</source>
        <translation>Respondida com a execução que já existe</translation>
    </message>
    <message>
        <source>For each item</source>
        <translation>Para cada item</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>Chamado</translation>
    </message>
    <message>
        <source>Items at once</source>
        <translation>Itens ao mesmo tempo</translation>
    </message>
    <message>
        <source>If one fails</source>
        <translation>Se um falhar</translation>
    </message>
    <message>
        <source>The others are stopped</source>
        <translation>Os outros são parados</translation>
    </message>
    <message>
        <source>The others go on</source>
        <translation>Os outros continuam</translation>
    </message>
    <message>
        <source>Circuit breaker</source>
        <translation>Disjuntor</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>Opens after</source>
        <translation>Abre após</translation>
    </message>
    <message numerus="yes">
        <source>%n failure(s) in a row</source>
        <translation>
            <numerusform>%n falha seguida</numerusform>
            <numerusform>%n falhas seguidas</numerusform>
        </translation>
    </message>
    <message>
        <source>Stays open</source>
        <translation>Fica aberto</translation>
    </message>
    <message>
        <source>Forgets after</source>
        <translation>Esquece após</translation>
    </message>
    <message>
        <source>Rate limit</source>
        <translation>Limite de taxa</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Chamadas</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 em %2</translation>
    </message>
    <message>
        <source>Others wait</source>
        <translation>As outras esperam</translation>
    </message>
    <message>
        <source>Others are refused</source>
        <translation>As outras são recusadas</translation>
    </message>
    <message>
        <source>The oldest is cancelled</source>
        <translation>A mais antiga é cancelada</translation>
    </message>
    <message>
        <source>Missed times are left out</source>
        <translation>Horários perdidos ficam de fora</translation>
    </message>
    <message>
        <source>Missed times run once</source>
        <translation>Horários perdidos rodam uma vez</translation>
    </message>
    <message>
        <source>Missed times all run</source>
        <translation>Horários perdidos rodam todos</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Agenda</translation>
    </message>
    <message>
        <source>Webhook, open to anybody</source>
        <translation>Webhook, aberto a qualquer um</translation>
    </message>
    <message>
        <source>Signed webhook</source>
        <translation>Webhook assinado</translation>
    </message>
    <message>
        <source>Messages of</source>
        <translation>Mensagens de</translation>
    </message>
    <message>
        <source>Undone by</source>
        <translation>Desfeita por</translation>
    </message>
    <message>
        <source>Starts by itself</source>
        <translation>Inicia sozinho</translation>
    </message>
    <message>
        <source>Runs at a time</source>
        <translation>Execuções ao mesmo tempo</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>No máximo</translation>
    </message>
    <message>
        <source>When full</source>
        <translation>Quando cheio</translation>
    </message>
    <message>
        <source>Total timeout</source>
        <translation>Tempo limite total</translation>
    </message>
</context>
<context>
    <name>batuta::views::GroupItem</name>
    <message>
        <source>when %1</source>
        <translation>quando %1</translation>
    </message>
</context>
<context>
    <name>batuta::views::StepItem</name>
    <message>
        <source>%1, finally</source>
        <translation>%1, ao final</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Fixada</translation>
    </message>
</context>
<context>
    <name>batuta::views::StepPalette</name>
    <message>
        <source>Calls</source>
        <translation>Chamadas</translation>
    </message>
    <message>
        <source>Control</source>
        <translation>Controle</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Dados</translation>
    </message>
    <message>
        <source>Notify</source>
        <translation>Avisos</translation>
    </message>
    <message>
        <source>HTTP function</source>
        <translation>Função HTTP</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>Processo</translation>
    </message>
    <message>
        <source>For each</source>
        <translation>Para cada</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>Espera</translation>
    </message>
    <message>
        <source>Sub-flow</source>
        <translation>Subfluxo</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>Aprovação</translation>
    </message>
    <message>
        <source>Transform</source>
        <translation>Transformação</translation>
    </message>
    <message>
        <source>Set values</source>
        <translation>Definir valores</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Verificação</translation>
    </message>
    <message>
        <source>Webhook</source>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>Slack</source>
        <translation>Slack</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>Aviso</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>Cloud Run</source>
        <translation>Cloud Run</translation>
    </message>
</context>
<context>
    <name>batuta::views::TestCommands</name>
    <message>
        <source>Run draft</source>
        <translation>Executar rascunho</translation>
    </message>
    <message>
        <source>Run this step</source>
        <translation>Executar esta etapa</translation>
    </message>
    <message>
        <source>Run up to here</source>
        <translation>Executar até aqui</translation>
    </message>
    <message>
        <source>Stop the test</source>
        <translation>Parar o teste</translation>
    </message>
    <message>
        <source>No test is running</source>
        <translation>Nenhum teste está em execução</translation>
    </message>
    <message>
        <source>Input of the test</source>
        <translation>Entrada do teste</translation>
    </message>
    <message>
        <source>No step is held</source>
        <translation>Nenhuma etapa está parada</translation>
    </message>
    <message>
        <source>Set or clear a breakpoint</source>
        <translation>Pôr ou tirar um ponto de parada</translation>
    </message>
    <message>
        <source>Breakpoint with a condition</source>
        <translation>Ponto de parada com condição</translation>
    </message>
    <message>
        <source>Run to the next step, and hold there</source>
        <translation>Ir até a próxima etapa e parar ali</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Edit the payload of the held step</source>
        <translation>Editar o payload da etapa parada</translation>
    </message>
    <message>
        <source>Look at the moment before</source>
        <translation>Ver o momento anterior</translation>
    </message>
    <message>
        <source>Nothing is known of an earlier moment</source>
        <translation>Nada se sabe de um momento anterior</translation>
    </message>
    <message>
        <source>Look at the moment after</source>
        <translation>Ver o momento seguinte</translation>
    </message>
    <message>
        <source>This is the last moment</source>
        <translation>Este é o último momento</translation>
    </message>
    <message>
        <source>Inject a fault</source>
        <translation>Injetar uma falha</translation>
    </message>
    <message>
        <source>Clear all faults</source>
        <translation>Limpar todas as falhas</translation>
    </message>
    <message>
        <source>Nothing is injected</source>
        <translation>Nada está injetado</translation>
    </message>
    <message>
        <source>Pin this output</source>
        <translation>Fixar esta saída</translation>
    </message>
    <message>
        <source>It has given no output that could be pinned</source>
        <translation>Ela não deu saída que possa ser fixada</translation>
    </message>
    <message>
        <source>No step is selected</source>
        <translation>Nenhuma etapa está selecionada</translation>
    </message>
    <message>
        <source>No flow is open</source>
        <translation>Nenhum fluxo está aberto</translation>
    </message>
    <message>
        <source>Mock output</source>
        <translation>Simular saída</translation>
    </message>
</context>
<context>
    <name>batuta::views::TestQuestions</name>
    <message>
        <source>Timeout</source>
        <translation>Tempo limite</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>Conexão derrubada</translation>
    </message>
    <message>
        <source>Sent twice</source>
        <translation>Enviada duas vezes</translation>
    </message>
    <message>
        <source>Only late</source>
        <translation>Só atrasada</translation>
    </message>
    <message>
        <source>Test this draft in production?</source>
        <translation>Testar este rascunho em produção?</translation>
    </message>
    <message>
        <source>It calls the functions of production with what is on the screen, without being published. What they do stays done.</source>
        <translation>Ele chama as funções de produção com o que está na tela, sem ser publicado. O que elas fizerem fica feito.</translation>
    </message>
    <message>
        <source>Run in production</source>
        <translation>Executar em produção</translation>
    </message>
    <message>
        <source>Input of the test</source>
        <translation>Entrada do teste</translation>
    </message>
    <message>
        <source>Kept for this flow, without secrets. The Run dialog begins with it, too.</source>
        <translation>Guardada para este fluxo, sem segredos. O diálogo Executar também começa com ela.</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Executar</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Pronto</translation>
    </message>
    <message>
        <source>Something is missing or does not fit.</source>
        <translation>Algo falta ou não serve.</translation>
    </message>
    <message>
        <source>What goes wrong with %1</source>
        <translation>O que dá errado com %1</translation>
    </message>
    <message>
        <source>On purpose, and only in tests of this editor. Steps and record say that it was injected. It is gone when the editor is closed.</source>
        <translation>De propósito, e só nos testes deste editor. Etapas e registro dizem que foi injetado. Some quando o editor é fechado.</translation>
    </message>
    <message>
        <source>Every attempt</source>
        <translation>Toda tentativa</translation>
    </message>
    <message>
        <source>The first one</source>
        <translation>A primeira</translation>
    </message>
    <message>
        <source>The first two</source>
        <translation>As duas primeiras</translation>
    </message>
    <message>
        <source>Instead of the call</source>
        <translation>Em vez da chamada</translation>
    </message>
    <message>
        <source>Latency before it</source>
        <translation>Latência antes dela</translation>
    </message>
    <message>
        <source>Which attempts</source>
        <translation>Quais tentativas</translation>
    </message>
    <message>
        <source>No fault</source>
        <translation>Sem falha</translation>
    </message>
    <message>
        <source>Inject</source>
        <translation>Injetar</translation>
    </message>
    <message>
        <source>Nothing would go wrong: give a latency.</source>
        <translation>Nada daria errado: dê uma latência.</translation>
    </message>
    <message>
        <source>The latency must be a duration of at most an hour: 500ms, 2s.</source>
        <translation>A latência precisa ser uma duração de no máximo uma hora: 500ms, 2s.</translation>
    </message>
    <message>
        <source>Hold before %1</source>
        <translation>Parar antes de %1</translation>
    </message>
    <message>
        <source>Always, or only when an expression is true: input.user_id == &apos;u1&apos;.</source>
        <translation>Sempre, ou só quando uma expressão é verdadeira: input.user_id == &apos;u1&apos;.</translation>
    </message>
    <message>
        <source>always</source>
        <translation>sempre</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Condição</translation>
    </message>
    <message>
        <source>Set the breakpoint</source>
        <translation>Pôr o ponto de parada</translation>
    </message>
    <message>
        <source>Pinned output of %1</source>
        <translation>Saída fixada de %1</translation>
    </message>
    <message>
        <source>In tests the step is not called: it gives this JSON.</source>
        <translation>Nos testes a etapa não é chamada: ela dá este JSON.</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Desafixar</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Fixar</translation>
    </message>
    <message>
        <source>Too long to be pinned: at most 256 KiB a step and 1 MiB a flow.</source>
        <translation>Grande demais para fixar: no máximo 256 KiB por etapa e 1 MiB por fluxo.</translation>
    </message>
    <message>
        <source>Payload of %1</source>
        <translation>Payload de %1</translation>
    </message>
    <message>
        <source>The step sees this as its input, and goes on. Secrets stay as they are where *** stands.</source>
        <translation>A etapa vê isto como entrada e segue. Os segredos ficam como são onde está ***.</translation>
    </message>
    <message>
        <source>Go on with this</source>
        <translation>Seguir com isto</translation>
    </message>
</context>
<context>
    <name>batuta::views::VersionWords</name>
    <message>
        <source>as committed</source>
        <translation>como no commit</translation>
    </message>
    <message>
        <source>changed since the last commit</source>
        <translation>alterado desde o último commit</translation>
    </message>
    <message>
        <source>staged for a commit</source>
        <translation>preparado para um commit</translation>
    </message>
    <message>
        <source>not known to git</source>
        <translation>desconhecido do git</translation>
    </message>
    <message>
        <source>ignored by git</source>
        <translation>ignorado pelo git</translation>
    </message>
    <message>
        <source>in conflict</source>
        <translation>em conflito</translation>
    </message>
    <message>
        <source>v%1</source>
        <translation>v%1</translation>
    </message>
    <message>
        <source>changed outside</source>
        <translation>alterado por fora</translation>
    </message>
    <message>
        <source>d MMM HH:mm</source>
        <translation>d MMM HH:mm</translation>
    </message>
    <message>
        <source>d MMM yyyy HH:mm</source>
        <translation>d MMM yyyy HH:mm</translation>
    </message>
    <message>
        <source>Version %1, %2, %3</source>
        <translation>Versão %1, %2, %3</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Adicionada</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Removida</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Alterada</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) added</source>
        <translation>
            <numerusform>%n etapa adicionada</numerusform>
            <numerusform>%n etapas adicionadas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) changed</source>
        <translation>
            <numerusform>%n etapa alterada</numerusform>
            <numerusform>%n etapas alteradas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) removed</source>
        <translation>
            <numerusform>%n etapa removida</numerusform>
            <numerusform>%n etapas removidas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s) added</source>
        <translation>
            <numerusform>%n conexão adicionada</numerusform>
            <numerusform>%n conexões adicionadas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s) removed</source>
        <translation>
            <numerusform>%n conexão removida</numerusform>
            <numerusform>%n conexões removidas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n setting(s) of the flow changed</source>
        <translation>
            <numerusform>%n ajuste do fluxo alterado</numerusform>
            <numerusform>%n ajustes do fluxo alterados</numerusform>
        </translation>
    </message>
    <message>
        <source>another order of steps</source>
        <translation>outra ordem de etapas</translation>
    </message>
    <message>
        <source>The steps cannot be compared: one of the two is no YAML</source>
        <translation>As etapas não podem ser comparadas: um dos dois não é YAML</translation>
    </message>
    <message>
        <source>Nothing that runs is different</source>
        <translation>Nada do que roda é diferente</translation>
    </message>
    <message>
        <source>The texts are the same</source>
        <translation>Os textos são iguais</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) added</source>
        <translation>
            <numerusform>%n linha adicionada</numerusform>
            <numerusform>%n linhas adicionadas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removed</source>
        <comment>lines</comment>
        <translation>
            <numerusform>%n removida</numerusform>
            <numerusform>%n removidas</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; they differ too much for an exact comparison</source>
        <translation>%1; eles diferem demais para uma comparação exata</translation>
    </message>
    <message>
        <source>git is not installed</source>
        <translation>o git não está instalado</translation>
    </message>
    <message>
        <source>not in a git repository</source>
        <translation>fora de um repositório git</translation>
    </message>
    <message>
        <source>git: %1</source>
        <translation>git: %1</translation>
    </message>
    <message>
        <source>git %1: %2</source>
        <translation>git %1: %2</translation>
    </message>
    <message>
        <source>%1, %2 ahead, %3 behind</source>
        <translation>%1, %2 à frente, %3 atrás</translation>
    </message>
</context>
</TS>
