using Baton.Server;

return await Commands.Run(args);

/// <summary>Named so that the test host can find it.</summary>
public partial class Program;
