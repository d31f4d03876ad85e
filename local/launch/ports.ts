import net from 'node:net';
import { LaunchError } from './plan.ts';

/** Whether somebody accepts connections on this port of this machine. */
export function isListening(port: number, host = '127.0.0.1'): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect({ port, host });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

/** @throws LaunchError that names the port, the variable that moves it, and nothing else to guess */
export async function assertPortFree(port: number, variable: string, what: string): Promise<void> {
  if (!(await isListening(port))) return;
  throw new LaunchError(
    `Port ${port} is already in use, and ${what} needs it. Stop the other program, or choose another port: ${variable}=${port + 10} npm start`,
  );
}
